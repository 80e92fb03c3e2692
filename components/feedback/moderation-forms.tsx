"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { MODERATION_RULES, RULE_WORDS, type ModerationRule } from "@/lib/feedback/moderation-rules";

type Run<Input> = (input: Input) => Promise<ActionResult<void>>;

export interface ModerationFormsProps {
  commentId: string;
  /** "Let it be read" for what waits, "Nothing wrong with it" for what was reported. */
  approveWords: string;
  approve: Run<{ commentId: string }>;
  hide: Run<{ commentId: string; rule: ModerationRule; reason: string }>;
  redact: Run<{ commentId: string; words: string; reason: string }>;
}

/** What a moderator can do with a comment. Hiding needs a rule and a reason that its author reads. */
export function ModerationForms({
  commentId,
  approveWords,
  approve,
  hide,
  redact,
}: ModerationFormsProps) {
  const router = useRouter();
  const [open, setOpen] = useState<"hide" | "redact" | null>(null);
  const refresh = () => router.refresh();
  const letIt = useAction(approve, { done: "Done", onDone: refresh, failures: "toast" });
  const hideIt = useAction(hide, { done: "Hidden; its author is told", onDone: refresh });
  const redactIt = useAction(redact, {
    done: "Taken out",
    onDone: () => {
      setOpen(null);
      refresh();
    },
  });
  const toggle = (part: "hide" | "redact") => setOpen(open === part ? null : part);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          data-deed="approve"
          pending={letIt.pending}
          onClick={() => letIt.run({ commentId })}
        >
          {approveWords}
        </Button>
        <Button data-deed="hide" aria-expanded={open === "hide"} onClick={() => toggle("hide")}>
          Hide
        </Button>
        <Button variant="quiet" aria-expanded={open === "redact"} onClick={() => toggle("redact")}>
          Take words out
        </Button>
      </div>
      {open === "hide" && (
        <form
          {...hideIt.form((data) => ({
            commentId,
            rule: String(data.get("rule")) as ModerationRule,
            reason: String(data.get("reason")),
          }))}
          className="flex max-w-measure flex-col gap-3"
        >
          <Field label="Which rule does it break?" name="rule" required error={hideIt.fields.rule}>
            <Select>
              {MODERATION_RULES.map((rule) => (
                <option key={rule} value={rule}>
                  {RULE_WORDS[rule].name}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label="Reason"
            name="reason"
            required
            hint="Its author and everybody else read it in its place."
            error={hideIt.fields.reason}
          >
            <Textarea rows={2} />
          </Field>
          <FormError error={hideIt.error} />
          <div>
            <Button type="submit" variant="danger" pending={hideIt.pending}>
              Hide the comment
            </Button>
          </div>
        </form>
      )}
      {open === "redact" && (
        <form
          {...redactIt.form((data) => ({
            commentId,
            words: String(data.get("words")),
            reason: String(data.get("reason")),
          }))}
          className="flex max-w-measure flex-col gap-3"
        >
          <Field
            label="Words to take out"
            name="words"
            required
            hint="Letter by letter, such as the name of a third person. They are gone for good."
            error={redactIt.fields.words}
          >
            <Input autoComplete="off" />
          </Field>
          <Field label="Reason" name="reason" required error={redactIt.fields.reason}>
            <Input autoComplete="off" />
          </Field>
          <FormError error={redactIt.error} />
          <div>
            <Button type="submit" pending={redactIt.pending}>
              Take them out
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

export interface AppealFormProps {
  appealId: string;
  judge: Run<{ appealId: string; isUpheld: boolean; answer: string }>;
}

/** Another person's judgement on a hidden comment. */
export function AppealForm({ appealId, judge }: AppealFormProps) {
  const router = useRouter();
  const [isUpheld, setUpheld] = useState(true);
  const send = useAction(judge, { done: "Decided", onDone: () => router.refresh() });
  return (
    <form
      {...send.form((data) => ({ appealId, isUpheld, answer: String(data.get("answer")) }))}
      className="mt-3 flex max-w-measure flex-col gap-3"
    >
      <Field label="Your answer to the author" name="answer" required error={send.fields.answer}>
        <Textarea rows={2} />
      </Field>
      <FormError error={send.error} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          pending={send.pending}
          onClick={() => setUpheld(true)}
        >
          Show it again
        </Button>
        <Button type="submit" pending={send.pending} onClick={() => setUpheld(false)}>
          It stays hidden
        </Button>
      </div>
    </form>
  );
}
