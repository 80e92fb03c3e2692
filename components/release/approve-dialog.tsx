"use client";

import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/action-result";
import { DeedDialog } from "./deed-dialog";
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
  const words = `Approve ${plural(changes.length, "change")}`;
  return (
    <DeedDialog
      trigger={{ words, variant }}
      title={`${words} for ${candidate.label}`}
      description={`You approve ${of}, exactly as this candidate has it. Your name is published with the release.`}
      submit={words}
      act={approve}
      read={(data) => ({
        candidateId: candidate.id,
        hash: candidate.hash,
        changes,
        statement: String(data.get("statement")),
        dissent: String(data.get("dissent")),
        diffVersion,
      })}
      done={({ approved }) => `${plural(approved, "change")} approved`}
      width="md"
    >
      {(errors) => (
        <>
          <Field
            label="Statement"
            name="statement"
            hint="Anything the record should say about your approval."
            error={errors["statement"]}
          >
            <Textarea />
          </Field>
          <Field
            label="Dissent on record"
            name="dissent"
            hint="What you disagree with although you approve. It is published with the release."
            error={errors["dissent"]}
          >
            <Textarea />
          </Field>
          <p className="font-mono text-xs break-all text-ink-muted">Candidate {candidate.hash}</p>
        </>
      )}
    </DeedDialog>
  );
}
