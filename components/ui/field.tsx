"use client";

import { CircleAlert } from "lucide-react";
import { useId, useMemo, type ReactNode } from "react";
import { cn } from "./cn";
import { FieldContext } from "./field-context";

export interface FieldProps {
  label: ReactNode;
  /** The name the form is sent with, and the key of its error in an ActionFailure. */
  name?: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** For screen readers alone, where a heading right above says the same. */
  hideLabel?: boolean;
  className?: string;
  /** One Input, Textarea or Select: it takes id, name and descriptions from here. */
  children: ReactNode;
}

/** A labelled control with its hint and its error, tied together for screen readers. */
export function Field({
  label,
  name,
  hint,
  error,
  required = false,
  hideLabel = false,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  const state = useMemo(
    () => ({ id, name, describedBy, invalid: Boolean(error), required }),
    [id, name, describedBy, error, required],
  );
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "font-medium"}>
        {label}
        {!required && <span className="ms-1.5 font-normal text-ink-muted">optional</span>}
      </label>
      {hint && (
        <p id={hintId} className="-mt-1 text-sm text-ink-muted">
          {hint}
        </p>
      )}
      <FieldContext value={state}>{children}</FieldContext>
      {error && (
        <p id={errorId} className="flex gap-1.5 text-sm text-negative">
          <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
