"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

export interface PasswordFieldProps {
  label?: string;
  name?: string;
  hint?: ReactNode;
  error?: string;
  /** Tells password managers whether to fill in or to make one. */
  autoComplete: "current-password" | "new-password";
  autoFocus?: boolean;
  required?: boolean;
}

/** A password that one can look at while typing, paste into, and leave to a password manager. */
export function PasswordField({
  label = "Password",
  name = "password",
  hint,
  error,
  autoComplete,
  autoFocus,
  required = true,
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={label} name={name} hint={hint} error={error} required={required}>
      <span className="relative block">
        <Input
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoFocus={autoFocus}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={200}
          className="pe-10"
        />
        <IconButton
          aria-label={shown ? `Hide ${label.toLowerCase()}` : `Show ${label.toLowerCase()}`}
          aria-pressed={shown}
          size="sm"
          tooltip={false}
          className="absolute end-0.5 top-0.5"
          onClick={() => setShown(!shown)}
        >
          <Icon aria-hidden />
        </IconButton>
      </span>
    </Field>
  );
}
