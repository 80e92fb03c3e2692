"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { PasswordField } from "./password-field";

export interface PasswordFormProps {
  hasPassword: boolean;
  /** For password managers: which account this password belongs to. */
  email: string | null;
  change: (input: {
    currentPassword: string;
    password: string;
  }) => Promise<ActionResult<{ ended: number }>>;
}

/** A new password, or the first one. Other devices are signed out. */
export function PasswordForm({ hasPassword, email, change }: PasswordFormProps) {
  // A new key empties the fields once the change is made.
  const [changes, setChanges] = useState(0);
  const { form, pending, error, fields } = useAction(change, {
    done: ({ ended }) =>
      ended > 0 ? "Password changed. Other devices are signed out." : "Password changed",
    onDone: () => setChanges(changes + 1),
  });
  return (
    <form
      key={changes}
      {...form((data) => ({
        currentPassword: String(data.get("currentPassword") ?? ""),
        password: String(data.get("password")),
      }))}
      className="flex flex-col items-start gap-4"
    >
      <FormError error={error} />
      {email && <input type="hidden" name="username" autoComplete="username" value={email} />}
      <div className="flex w-full max-w-96 flex-col gap-4">
        {hasPassword && (
          <PasswordField
            label="Current password"
            name="currentPassword"
            error={fields.currentPassword}
            autoComplete="current-password"
          />
        )}
        <PasswordField
          label="New password"
          hint="At least 12 characters. A few unrelated words make a good one."
          error={fields.password}
          autoComplete="new-password"
        />
      </div>
      <Button type="submit" pending={pending}>
        {hasPassword ? "Change password" : "Set password"}
      </Button>
    </form>
  );
}
