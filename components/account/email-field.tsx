"use client";

import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export interface EmailFieldProps {
  error?: string;
  hint?: ReactNode;
  defaultValue?: string;
  /** The address is settled, for example by an invitation. */
  readOnly?: boolean;
  autoFocus?: boolean;
}

/** One's own e-mail address, as the name one signs in with. */
export function EmailField({ error, hint, ...input }: EmailFieldProps) {
  return (
    <Field label="E-mail address" name="email" hint={hint} error={error} required>
      <Input
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={254}
        {...input}
      />
    </Field>
  );
}
