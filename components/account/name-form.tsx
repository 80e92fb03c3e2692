"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

export interface NameFormProps {
  name: string;
  change: (input: { name: string }) => Promise<ActionResult<void>>;
}

/** The name that others see. */
export function NameForm({ name, change }: NameFormProps) {
  const router = useRouter();
  const { form, pending, error, fields } = useAction(change, {
    done: "Name changed",
    onDone: () => router.refresh(),
  });
  return (
    <form
      {...form((data) => ({ name: String(data.get("name")) }))}
      className="flex flex-col items-start gap-3"
    >
      <FormError error={error} />
      <Field
        label="Name"
        name="name"
        hint="As others see it. A pseudonym is fine."
        error={fields.name}
        required
        className="w-full max-w-96"
      >
        <Input defaultValue={name} autoComplete="name" maxLength={80} />
      </Field>
      <Button type="submit" pending={pending}>
        Change name
      </Button>
    </form>
  );
}
