"use client";

import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/action-result";
import { DeedDialog, type DeedDialogProps, type DeedTrigger } from "./deed-dialog";

export interface ReasonDialogProps<Key extends string, T> extends Pick<
  DeedDialogProps<never, T>,
  "description" | "done" | "width"
> {
  /** What the button says; the title of the window and the button in it too, unless they say otherwise. */
  words: string;
  trigger?: Partial<DeedTrigger>;
  title?: string;
  submit?: string;
  /** What the words are about. */
  label: string;
  /** What the deed is about, in the shape of its input without the words. */
  about: Record<Key, string>;
  /** Name of the field that takes the words. */
  field?: "reason" | "text";
  optional?: boolean;
  act: (input: never) => Promise<ActionResult<T>>;
}

/** A deed that needs a reason which stays on record. */
export function ReasonDialog<Key extends string, T>({
  words,
  trigger,
  title = words,
  submit = words,
  label,
  about,
  field = "reason",
  optional = false,
  act,
  ...frame
}: ReasonDialogProps<Key, T>) {
  return (
    <DeedDialog
      {...frame}
      trigger={{ words, size: "sm", ...trigger }}
      title={title}
      submit={submit}
      act={act as (input: Record<string, string>) => Promise<ActionResult<T>>}
      read={(data) => ({ ...about, [field]: String(data.get(field)) })}
    >
      {(errors) => (
        <Field label={label} name={field} required={!optional} error={errors[field]}>
          <Textarea />
        </Field>
      )}
    </DeedDialog>
  );
}
