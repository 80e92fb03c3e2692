"use client";

import { PasswordField } from "@/components/account/password-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { useAction } from "@/components/ui/use-action";
import { settleIn } from "./actions";

/** A name, and a password for those who want one besides mailed links. */
export function WelcomeForm({ next }: { next: string }) {
  const { form, pending, error, fields } = useAction(settleIn);
  return (
    <form
      {...form((data) => ({
        name: String(data.get("name")),
        password: String(data.get("password")),
        next,
      }))}
      className="flex flex-col gap-4"
    >
      <FormError error={error} />
      <Field label="Name" name="name" hint="A pseudonym is fine." error={fields.name} required>
        <Input autoComplete="name" maxLength={80} autoFocus />
      </Field>
      <PasswordField
        required={false}
        hint="At least 12 characters. Without one you sign in by mailed links."
        error={fields.password}
        autoComplete="new-password"
      />
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        Continue
      </Button>
    </form>
  );
}
