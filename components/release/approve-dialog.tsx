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
import { plural } from "./review-words";

export interface Approval {
  candidateId: string;
  hash: string;
  changes: string[] | null;
  statement: string;
  dissent: string;
  diffVersion: string;
}

export interface ApproveDialogProps {
  /** What is approved. */
  candidate: { id: string; hash: string; label: string };
  /** Hashes of the changes; at least one. */
  changes: string[];
  /** What they are, such as "all that waits for you" or a chapter's title. */
  of: string;
  diffVersion: string;
  approve: (input: Approval) => Promise<ActionResult<{ approved: number }>>;
  variant?: "primary" | "secondary";
}

/** Approves many changes at once, with a statement and, where it is so, a dissent on record. */
export function ApproveDialog({
  candidate,
  changes,
  of,
  diffVersion,
  approve,
  variant = "primary",
}: ApproveDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const words = `Approve ${plural(changes.length, "change")}`;
  const { form, pending, error, fields } = useAction(approve, {
    done: ({ approved }) => `${plural(approved, "change")} approved`,
    onDone: () => {
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant={variant}>{words}</Button>}
      title={`${words} for ${candidate.label}`}
      description={`You approve ${of}, exactly as it stands in this candidate. Your name is published with the release.`}
      width="md"
    >
      <form
        {...form((data) => ({
          candidateId: candidate.id,
          hash: candidate.hash,
          changes,
          statement: String(data.get("statement")),
          dissent: String(data.get("dissent")),
          diffVersion,
        }))}
        className="flex flex-col gap-4"
      >
        <FormError error={error} />
        <Field
          label="Statement"
          name="statement"
          hint="Anything the record should say about your approval."
          error={fields.statement}
        >
          <Textarea />
        </Field>
        <Field
          label="Dissent on record"
          name="dissent"
          hint="What you disagree with although you approve. It is published with the release."
          error={fields.dissent}
        >
          <Textarea />
        </Field>
        <p className="font-mono text-xs break-all text-ink-muted">Candidate {candidate.hash}</p>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            {words}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
