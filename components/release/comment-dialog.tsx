"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ActionResult } from "@/lib/action-result";
import { DeedDialog } from "./deed-dialog";

export type OpenThread = (input: {
  candidateId: string;
  part: string;
  uid: string | null;
  quote: string;
  body: string;
  replacement: string | null;
}) => Promise<ActionResult<{ id: string }>>;

export interface CommentDialogProps {
  candidateId: string;
  part: { key: string; title: string };
  /** Blocks of the part that a comment or a wording can be about, by their words. */
  passages: readonly { uid: string; text: string }[];
  open: OpenThread;
}

/**
 * Says something about a part of the candidate, on all of it or on a passage, or proposes other words
 * for one. Words that were selected on the page are taken over.
 */
export function CommentDialog({
  candidateId,
  part,
  passages,
  open: openThread,
}: CommentDialogProps) {
  const [selected, setSelected] = useState<{ uid: string; quote: string } | null>(null);
  return (
    <DeedDialog
      trigger={{ words: "Comment", label: `Comment: ${part.title}`, size: "sm", variant: "quiet" }}
      title={`Comment on ${part.title}`}
      description="Reviewers and editors of this spec read it. Select words on the page first to comment on them."
      submit="Comment"
      act={openThread}
      read={(data) => {
        const uid = String(data.get("uid") ?? "") || null;
        const replacement = String(data.get("replacement") ?? "").trim();
        return {
          candidateId,
          part: part.key,
          uid,
          quote: quoteOf(uid, selected, passages),
          body: String(data.get("body")),
          replacement: replacement === "" || uid === null ? null : replacement,
        };
      }}
      width="md"
      onOpen={() => setSelected(selectionIn(passages))}
    >
      {(errors) => (
        <>
          <Field label="About" name="uid" required error={errors["quote"]}>
            <Select defaultValue={selected?.uid ?? ""}>
              <option value="">The whole section</option>
              {passages.map(({ uid, text }) => (
                <option key={uid} value={uid}>
                  {shortened(selected?.uid === uid ? selected.quote : text)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Comment" name="body" error={errors["body"]}>
            <Textarea />
          </Field>
          {passages.length > 0 && (
            <Field
              label="Other words for it"
              name="replacement"
              hint="An editor can put them into the draft with one click."
              error={errors["replacement"]}
            >
              <Textarea />
            </Field>
          )}
        </>
      )}
    </DeedDialog>
  );
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

function quoteOf(
  uid: string | null,
  selected: { uid: string; quote: string } | null,
  passages: CommentDialogProps["passages"],
): string {
  if (uid === null) return "";
  if (selected?.uid === uid) return selected.quote;
  return passages.find((passage) => passage.uid === uid)?.text ?? "";
}

/** The words selected on the page, when exactly one passage holds them. */
function selectionIn(passages: CommentDialogProps["passages"]) {
  const quote = document.getSelection()?.toString().trim() ?? "";
  if (quote === "") return null;
  const holders = passages.filter(({ text }) => text.includes(quote));
  const [only] = holders;
  return only && holders.length === 1 ? { uid: only.uid, quote } : null;
}
