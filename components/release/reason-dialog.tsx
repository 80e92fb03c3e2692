"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Textarea } from "@/components/ui/textarea";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

export interface ReasonDialogProps<Key extends string, T> {
  /** What the button says, and the title of the window. */
  words: string;
  description: string;
  label: string;
  /** What the deed is about, in the shape of its input without the words. */
  about: Record<Key, string>;
  /** Name of the field that takes the words. */
  field: "reason" | "text";
  act: (input: never) => Promise<ActionResult<T>>;
  variant?: ButtonProps["variant"];
  size?: ButtonProps["size"];
}

/** A deed that needs a reason which stays on record. */
export function ReasonDialog<Key extends string, T>({
  words,
  description,
  label,
  about,
  field,
  act,
  variant,
  size = "sm",
}: ReasonDialogProps<Key, T>) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { form, pending, error, fields } = useAction(
    act as (input: Record<string, string>) => Promise<ActionResult<T>>,
    {
      onDone: () => {
        setOpen(false);
        router.refresh();
      },
    },
  );
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size={size} variant={variant}>
          {words}
        </Button>
      }
      title={words}
      description={description}
    >
      <form
        {...form((data) => ({ ...about, [field]: String(data.get(field)) }))}
        className="flex flex-col gap-4"
      >
        <FormError error={error} />
        <Field label={label} name={field} required error={fields[field]}>
          <Textarea />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant={variant ?? "primary"} pending={pending}>
            {words}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
