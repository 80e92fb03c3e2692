"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { plural } from "./review-words";
import { useNotes, type NotedSection } from "./use-notes";

export interface CutFormProps {
  specId: string;
  headSeq: string;
  proposedLabel: string;
  /** Why this label is proposed. */
  labelHint: string;
  /** What the notes say before anybody writes: a draft, or those of the candidate before. */
  notes: string;
  /** Sections that the notes should name. */
  sections: readonly NotedSection[];
  cut: (input: {
    specId: string;
    label: string;
    changelog: string;
    seenSeq: string;
  }) => Promise<ActionResult<{ number: number }>>;
  /** Where candidates are, ending with a slash. */
  candidatesHref: string;
}

/** Freezes the draft under a label with notes for readers; tells which changes the notes leave out. */
export function CutForm({
  specId,
  headSeq,
  proposedLabel,
  labelHint,
  notes,
  sections,
  cut,
  candidatesHref,
}: CutFormProps) {
  const router = useRouter();
  const { text, setText, unnamed } = useNotes(notes, sections);
  const { form, pending, error, fields } = useAction(cut, {
    onDone: ({ number }) => router.push(`${candidatesHref}${number}`),
  });
  return (
    <form
      {...form((data) => ({
        specId,
        label: String(data.get("label")),
        changelog: text,
        seenSeq: headSeq,
      }))}
      className="flex flex-col gap-5"
    >
      <FormError error={error} />
      <Field label="Label" name="label" required hint={labelHint} error={fields.label}>
        <Input defaultValue={proposedLabel} className="max-w-60 font-mono" autoComplete="off" />
      </Field>
      <Field
        label="Notes for readers"
        name="changelog"
        required
        hint="What changed, and why. Markdown. Name a section by its title or its id."
        error={fields.changelog}
      >
        <Textarea
          value={text}
          rows={12}
          onChange={(event) => setText(event.target.value)}
          className="min-h-64 font-serif text-md"
        />
      </Field>
      <div role="status" className="text-sm text-ink-muted">
        {sections.length > 0 &&
          (unnamed.length === 0
            ? "The notes name every section whose meaning changed."
            : `The notes do not name ${plural(unnamed.length, "section")} whose meaning changed: ${unnamed
                .slice(0, 6)
                .map(({ title }) => title)
                .join(", ")}${unnamed.length > 6 ? ", …" : ""}.`)}
      </div>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Ask for review
        </Button>
      </div>
    </form>
  );
}
