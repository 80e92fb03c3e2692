"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { EmailField } from "./email-field";
import { PasswordField } from "./password-field";

export interface SignUpInput {
  name: string;
  email: string;
  password: string;
}

export interface SignUpFormProps {
  signUp: (input: SignUpInput) => Promise<ActionResult<void>>;
  /** The address is settled by what led here. */
  email?: string | null;
  /** What the button says. */
  words?: string;
}

/** A new account: name, address, password. */
export function SignUpForm({ signUp, email, words = "Create account" }: SignUpFormProps) {
  const { form, pending, error, fields } = useAction(signUp);
  return (
    <form
      {...form((data) => ({
        name: String(data.get("name")),
        email: String(data.get("email")),
        password: String(data.get("password")),
      }))}
      className="flex flex-col gap-4"
    >
      <FormError error={error} />
      <Field
        label="Name"
        name="name"
        hint="As others will see it. A pseudonym is fine."
        error={fields.name}
        required
      >
        <Input autoComplete="name" maxLength={80} autoFocus />
      </Field>
      <EmailField
        error={fields.email}
        hint={
          email
            ? "The invitation was written for this address."
            : "Only you and administrators see it."
        }
        {...(email ? { defaultValue: email, readOnly: true } : {})}
      />
      <PasswordField
        error={fields.password}
        hint="At least 12 characters. A few unrelated words make a good one."
        autoComplete="new-password"
      />
      <Button type="submit" variant="primary" size="lg" pending={pending}>
        {words}
      </Button>
    </form>
  );
}
