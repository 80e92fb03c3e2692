"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";

type Run<Input, T = void> = (input: Input) => Promise<ActionResult<T>>;

export interface FeedbackSettingsFormProps {
  specId: string;
  settings: {
    isOpen: boolean;
    inWindowsOnly: boolean;
    slowModeMinutes: number;
    houseRules: string;
  };
  save: Run<{
    specId: string;
    isOpen: boolean;
    inWindowsOnly: boolean;
    slowModeMinutes: string;
    houseRules: string;
  }>;
}

/** Whether comments are taken, how fast, and under which further rules. */
export function FeedbackSettingsForm({ specId, settings, save }: FeedbackSettingsFormProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(settings.isOpen);
  const [inWindowsOnly, setInWindowsOnly] = useState(settings.inWindowsOnly);
  const send = useAction(save, { done: "Saved", onDone: () => router.refresh() });
  return (
    <form
      {...send.form((data) => ({
        specId,
        isOpen,
        inWindowsOnly,
        slowModeMinutes: String(data.get("slowModeMinutes")),
        houseRules: String(data.get("houseRules")),
      }))}
      className="flex max-w-measure flex-col gap-4"
    >
      <Checkbox
        label="The public can comment"
        hint="When this is off, members still can. What was said stays readable."
        checked={isOpen}
        onCheckedChange={(checked) => setOpen(checked === true)}
      />
      <Checkbox
        label="Only during consultations"
        hint="Between two consultations the public reads and does not comment."
        checked={inWindowsOnly}
        disabled={!isOpen}
        onCheckedChange={(checked) => setInWindowsOnly(checked === true)}
      />
      <Field
        label="Slow mode"
        name="slowModeMinutes"
        required
        hint="Minutes between two comments of one person on one clause. 0 switches it off."
        error={send.fields.slowModeMinutes}
      >
        <Input inputMode="numeric" defaultValue={settings.slowModeMinutes} className="w-28" />
      </Field>
      <Field
        label="Further rules for this spec"
        name="houseRules"
        hint="Stand in the moderation policy below the rules that hold everywhere."
        error={send.fields.houseRules}
      >
        <Textarea defaultValue={settings.houseRules} rows={4} />
      </Field>
      <FormError error={send.error} />
      <div>
        <Button type="submit" variant="primary" pending={send.pending}>
          Save
        </Button>
      </div>
    </form>
  );
}

export interface ConsultationFormProps {
  specId: string;
  announce: Run<
    { specId: string; title: string; question: string; opensAt: string; closesAt: string },
    { id: string }
  >;
}

/** Asks the public, from one day to another. Days begin and end at midnight UTC. */
export function ConsultationForm({ specId, announce }: ConsultationFormProps) {
  const router = useRouter();
  const [made, setMade] = useState(0);
  const send = useAction(announce, {
    done: "Announced",
    onDone: () => {
      setMade((count) => count + 1);
      router.refresh();
    },
  });
  return (
    <form
      key={made}
      {...send.form((data) => ({
        specId,
        title: String(data.get("title")),
        question: String(data.get("question")),
        opensAt: `${String(data.get("opensAt"))}T00:00:00Z`,
        closesAt: `${String(data.get("closesAt"))}T23:59:59Z`,
      }))}
      className="flex max-w-measure flex-col gap-4"
    >
      <Field label="Title" name="title" required error={send.fields.title}>
        <Input autoComplete="off" />
      </Field>
      <Field
        label="What do you ask?"
        name="question"
        hint="A few sentences that help people to say what you need to hear."
        error={send.fields.question}
      >
        <Textarea rows={3} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="First day" name="opensAt" required error={send.fields.opensAt}>
          <Input type="date" />
        </Field>
        <Field label="Last day" name="closesAt" required error={send.fields.closesAt}>
          <Input type="date" />
        </Field>
      </div>
      <FormError error={send.error} />
      <div>
        <Button type="submit" pending={send.pending}>
          Announce it
        </Button>
      </div>
    </form>
  );
}

export interface ConsultationListProps {
  consultations: { id: string; title: string; opensAt: string; closesAt: string; state: string }[];
  callOff: Run<{ consultationId: string }>;
}

/** Consultations of this spec, each with the way to call it off. */
export function ConsultationList({ consultations, callOff }: ConsultationListProps) {
  const router = useRouter();
  const send = useAction(callOff, {
    done: "Called off",
    onDone: () => router.refresh(),
    failures: "toast",
  });
  return (
    <ul className="mb-5 flex flex-col gap-2">
      {consultations.map(({ id, title, opensAt, closesAt, state }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-3 rounded-sm border border-line px-3 py-2"
        >
          <span>
            <b className="font-semibold">{title}</b>
            <span className="block text-sm text-ink-muted">
              <Time at={opensAt} /> to <Time at={closesAt} />, {state}
            </span>
          </span>
          <Button
            size="sm"
            variant="quiet"
            pending={send.pending}
            onClick={() => send.run({ consultationId: id })}
            aria-label={`Call off ${title}`}
          >
            Call off
          </Button>
        </li>
      ))}
    </ul>
  );
}
