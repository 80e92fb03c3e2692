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

export interface RequestChangesDialogProps {
  candidate: { id: string; hash: string };
  part: { key: string; title: string };
  requestChanges: (input: {
    candidateId: string;
    hash: string;
    part: string;
    reason: string;
  }) => Promise<ActionResult<{ id: string }>>;
  size?: "sm" | "md";
}

/** Objects: nothing is published until the same person is content, or a publisher sets it aside. */
export function RequestChangesDialog({
  candidate,
  part,
  requestChanges,
  size = "md",
}: RequestChangesDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { form, pending, error, fields } = useAction(requestChanges, {
    done: "Your objection is recorded",
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
        <Button size={size} aria-label={`Ask for changes: ${part.title}`}>
          Ask for changes
        </Button>
      }
      title={`Ask for changes: ${part.title}`}
      description="This blocks the release until you lift it, in later candidates too. A publisher can dismiss it with a public reason."
      width="md"
    >
      <form
        {...form((data) => ({
          candidateId: candidate.id,
          hash: candidate.hash,
          part: part.key,
          reason: String(data.get("reason")),
        }))}
        className="flex flex-col gap-4"
      >
        <FormError error={error} />
        <Field label="What has to change, and why" name="reason" required error={fields.reason}>
          <Textarea />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            Ask for changes
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
