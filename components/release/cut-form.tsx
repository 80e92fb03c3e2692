"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { UntoldChanges, type ToldSection } from "./untold-changes";
import { useNotes, type CheckNotes } from "./use-notes";

export interface CutFormProps {
  specId: string;
  headSeq: string;
  proposedLabel: string;
  /** Why this label is proposed. */
  labelHint: string;
  /** What the notes say before anybody writes: those of the candidate before, else `drafted`. */
  notes: string;
  /** Notes drafted from what changed. */
  drafted: string;
  /** Sections that the notes should tell of, in the order of the text. */
  sections: readonly ToldSection[];
  /** Keys of those that `notes` do not tell of. */
  untold: readonly string[];
  check: CheckNotes;
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
export function CutForm(props: CutFormProps) {
  const { specId, headSeq, proposedLabel, labelHint, drafted, sections, candidatesHref } = props;
  const router = useRouter();
  const { text, write, untold, stop } = useNotes(props);
  const { form, pending, error, fields } = useAction(props.cut, {
    onDone: ({ number }) => router.push(`${candidatesHref}${number}`),
  });
  return (
    <form
      {...form((data) => {
        stop();
        return { specId, label: String(data.get("label")), changelog: text, seenSeq: headSeq };
      })}
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
        hint="What changed, and why, as Markdown. They start as a list of what changed: say it in your own words."
        error={fields.changelog}
      >
        <Textarea
          value={text}
          rows={14}
          onChange={(event) => write(event.target.value)}
          className="max-h-[32rem] min-h-72 text-base/6"
        />
      </Field>
      {text !== drafted && (
        <Button size="sm" className="-mt-2 self-start" onClick={() => write(drafted)}>
          Draft the notes anew from what changed
        </Button>
      )}
      <UntoldChanges sections={sections} untold={untold} onMention={(line) => write(text + line)} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          Ask for review
        </Button>
      </div>
    </form>
  );
}
