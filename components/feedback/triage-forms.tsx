"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { OUTCOME_WORDS, OUTCOMES, isOutcome, type Outcome } from "@/lib/feedback/outcomes";

type Run<Input, T = void> = (input: Input) => Promise<ActionResult<T>>;

export interface AnswerFormProps {
  threadId: string;
  answer: Run<{ threadId: string; body: string; isOfficial: boolean }, unknown>;
}

/** An answer in the name of those who write the spec, unless one says it is one's own. */
export function AnswerForm({ threadId, answer }: AnswerFormProps) {
  const router = useRouter();
  const [isOfficial, setOfficial] = useState(true);
  const [sent, setSent] = useState(0);
  const send = useAction(answer, {
    done: "Answered",
    onDone: () => {
      setSent((count) => count + 1);
      router.refresh();
    },
  });
  return (
    <form
      key={sent}
      {...send.form((data) => ({ threadId, body: String(data.get("body")), isOfficial }))}
      className="flex flex-col gap-3"
    >
      <Field label="Answer" name="body" required hideLabel error={send.fields.body}>
        <Textarea rows={3} />
      </Field>
      <Checkbox
        label="Official, in the name of those who write this spec"
        checked={isOfficial}
        onCheckedChange={(checked) => setOfficial(checked === true)}
      />
      <FormError error={send.error} />
      <div>
        <Button type="submit" pending={send.pending}>
          Post the answer
        </Button>
      </div>
    </form>
  );
}

export interface SettleFormProps {
  threadId: string;
  /** Labels of releases, newest first. */
  releases: string[];
  revisions: { number: number; words: string }[];
  settle: Run<{
    threadId: string;
    outcome: Outcome;
    reason: string;
    targetLabel: string;
    revision: number | null;
  }>;
}

/** What became of it, why, and where it can be read: one form, one decision. */
export function SettleForm({ threadId, releases, revisions, settle }: SettleFormProps) {
  const router = useRouter();
  const [outcome, setOutcome] = useState<string>("");
  const send = useAction(settle, { done: "Decided", onDone: () => router.refresh() });
  return (
    <form
      {...send.form((data) => ({
        threadId,
        outcome: outcome as Outcome,
        reason: String(data.get("reason")),
        targetLabel: String(data.get("targetLabel")),
        revision: Number(data.get("revision")) || null,
      }))}
      className="flex flex-col gap-4"
    >
      <div>
        <RadioCards
          legend="What became of it?"
          name="outcome"
          value={outcome}
          onValueChange={setOutcome}
          options={OUTCOMES.map((value) => ({
            value,
            label: OUTCOME_WORDS[value].name,
            hint: OUTCOME_WORDS[value].hint,
          }))}
          className="[&>div]:sm:grid-cols-2"
        />
        {send.fields.outcome && (
          <p className="mt-1.5 text-sm text-negative">{send.fields.outcome}</p>
        )}
      </div>
      <Field
        label="Reason"
        name="reason"
        required
        hint="Everybody reads it: the author, and whoever asks the same later."
        error={send.fields.reason}
      >
        <Textarea rows={3} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Release"
          name="targetLabel"
          hint="Where it can be read. Empty: the next one."
          error={send.fields.targetLabel}
        >
          <Input list={`releases-${threadId}`} autoComplete="off" />
        </Field>
        <Field
          label="Revision of the draft"
          name="revision"
          hint="The one that changed the text."
          error={send.fields.revision}
        >
          <Select>
            <option value="">None</option>
            {revisions.map(({ number, words }) => (
              <option key={number} value={number}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <datalist id={`releases-${threadId}`}>
        {releases.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
      <FormError error={send.error} />
      <div>
        <Button type="submit" variant="primary" pending={send.pending}>
          {isOutcome(outcome) ? `Settle as ${OUTCOME_WORDS[outcome].name.toLowerCase()}` : "Settle"}
        </Button>
      </div>
    </form>
  );
}

export interface ReopenFormProps {
  threadId: string;
  reopen: Run<{ threadId: string; reason: string }>;
}

/** Takes a decision back, with a reason that stays on record. */
export function ReopenForm({ threadId, reopen }: ReopenFormProps) {
  const router = useRouter();
  const send = useAction(reopen, { done: "Open again", onDone: () => router.refresh() });
  return (
    <form
      {...send.form((data) => ({ threadId, reason: String(data.get("reason")) }))}
      className="flex flex-col gap-3"
    >
      <Field label="Why should it be open again?" name="reason" required error={send.fields.reason}>
        <Textarea rows={2} />
      </Field>
      <FormError error={send.error} />
      <div>
        <Button type="submit" pending={send.pending}>
          Reopen
        </Button>
      </div>
    </form>
  );
}

export interface CareFormProps {
  threadId: string;
  assignedTo: string | null;
  people: { userId: string; name: string }[];
  assign: Run<{ threadId: string; userId: string | null }>;
  merge: Run<{ threadId: string; intoNumber: string }>;
}

/** Who looks after a thread, and joining it with one that says the same. */
export function CareForm({ threadId, assignedTo, people, assign, merge }: CareFormProps) {
  const router = useRouter();
  const give = useAction(assign, {
    done: "Noted",
    onDone: () => router.refresh(),
    failures: "toast",
  });
  const join = useAction(merge, { done: "Joined", onDone: () => router.refresh() });
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field label="Looked after by" name="assignee">
        <Select
          value={assignedTo ?? ""}
          onChange={(event) => give.run({ threadId, userId: event.target.value || null })}
        >
          <option value="">Nobody yet</option>
          {people.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <form
        {...join.form((data) => ({ threadId, intoNumber: String(data.get("intoNumber")) }))}
        className="flex flex-col gap-1.5"
      >
        <Field label="Says the same as thread" name="intoNumber" error={join.fields.intoNumber}>
          <Input inputMode="numeric" placeholder="Number" autoComplete="off" />
        </Field>
        <FormError error={join.error} />
        <div>
          <Button type="submit" size="sm" pending={join.pending}>
            Join them
          </Button>
        </div>
      </form>
    </div>
  );
}
