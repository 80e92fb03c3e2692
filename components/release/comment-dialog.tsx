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

/** A block of a part that a comment or a wording can be about, by its words. */
interface Passage {
  uid: string;
  text: string;
}

/** Fetches the passages of a part when somebody wants to speak about one. */
export type ListPassages = (part: string) => Promise<ActionResult<Passage[]>>;

export interface CommentDialogProps {
  candidateId: string;
  part: { key: string; title: string };
  listPassages: ListPassages;
  open: OpenThread;
}

/**
 * Says something about a part of the candidate, on all of it or on a passage, or proposes other words
 * for one. Words that were selected on the page are taken over.
 */
export function CommentDialog({
  candidateId,
  part,
  listPassages,
  open: openThread,
}: CommentDialogProps) {
  const [passages, setPassages] = useState<Passage[]>([]);
  const [selected, setSelected] = useState<{ uid: string; quote: string } | null>(null);
  const handleOpen = () => {
    // Read at once: typing in the window takes the selection away.
    const quote = document.getSelection()?.toString().trim() ?? "";
    void listPassages(part.key).then((result) => {
      // Without them the whole section can still be spoken about.
      if (!result.ok) return;
      setPassages(result.data);
      setSelected(holderOf(quote, result.data));
    });
  };
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
      onOpen={handleOpen}
    >
      {(errors) => (
        <>
          <Field label="About" name="uid" required error={errors["quote"]}>
            <Select key={passages.length} defaultValue={selected?.uid ?? ""}>
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
  passages: readonly Passage[],
): string {
  if (uid === null) return "";
  if (selected?.uid === uid) return selected.quote;
  return passages.find((passage) => passage.uid === uid)?.text ?? "";
}

/** The passage with the words that were selected on the page, when exactly one holds them. */
function holderOf(quote: string, passages: readonly Passage[]) {
  if (quote === "") return null;
  const holders = passages.filter(({ text }) => text.includes(quote));
  const [only] = holders;
  return only && holders.length === 1 ? { uid: only.uid, quote } : null;
}
