"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Textarea } from "@/components/ui/textarea";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

export type MarkEditorial = (input: {
  candidateId: string;
  change: string;
  reason: string;
}) => Promise<ActionResult<void>>;

export interface MarkEditorialDialogProps {
  candidateId: string;
  part: { change: string; title: string };
  markEditorial: MarkEditorial;
}

/** A reviewer answers by name for a change that the notes leave out. */
export function MarkEditorialDialog({
  candidateId,
  part,
  markEditorial,
}: MarkEditorialDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { form, pending, error, fields } = useAction(markEditorial, {
    onDone: () => {
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" aria-label={`Needs no mention: ${part.title}`}>
          Needs no mention
        </Button>
      }
      title={`${part.title} needs no mention`}
      description="You say by name that readers do not have to know of this change."
    >
      <form
        {...form((data) => ({
          candidateId,
          change: part.change,
          reason: String(data.get("reason")),
        }))}
        className="flex flex-col gap-4"
      >
        <FormError error={error} />
        <Field label="Why" name="reason" required error={fields.reason}>
          <Textarea />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            I answer for it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
