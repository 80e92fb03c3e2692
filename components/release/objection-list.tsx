"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Textarea } from "@/components/ui/textarea";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import type { ReviewObjection } from "./review-types";

type Settle = (input: { objectionId: string; reason: string }) => Promise<ActionResult<void>>;

export interface ObjectionListProps {
  objections: readonly ReviewObjection[];
  lift: Settle;
  dismiss: Settle;
}

/** What reviewers ask to be changed, open ones first, and how each was settled. */
export function ObjectionList({ objections, lift, dismiss }: ObjectionListProps) {
  const sorted = [...objections].sort((a, b) => Number(a.end !== null) - Number(b.end !== null));
  return (
    <ul className="divide-y divide-line">
      {sorted.map((objection) => (
        <li key={objection.id} className="flex gap-3 py-3 first:pt-0 last:pb-0">
          <Avatar person={objection.by} size="sm" decorative />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{objection.by.name}</span>
              <span className="text-ink-muted">on {objection.partTitle}</span>
              <Badge tone={objection.end ? "neutral" : "caution"}>
                {objection.end ? SETTLED[objection.end.kind] : "Open"}
              </Badge>
            </p>
            <p className="mt-1 max-w-prose whitespace-pre-line text-pretty">{objection.reason}</p>
            {objection.end && (
              <p className="mt-1 max-w-prose text-sm text-ink-muted">
                {SETTLED[objection.end.kind]} by {objection.end.by.name},{" "}
                <Time at={objection.end.at} />
                {objection.end.reason && <>: {objection.end.reason}</>}
              </p>
            )}
            <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
              {objection.may.lift && (
                <SettleDialog objection={objection} settle={lift} kind="lift" />
              )}
              {objection.may.dismiss && (
                <SettleDialog objection={objection} settle={dismiss} kind="dismiss" />
              )}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

const SETTLED = { lifted: "Lifted", dismissed: "Dismissed" } as const;

const WORDS = {
  lift: {
    trigger: "Lift my objection",
    description: "The release can go on then, as far as you are concerned.",
    label: "What changed your mind",
  },
  dismiss: {
    trigger: "Dismiss",
    description:
      "The release can go on against this objection. Your reason is shown with it for ever.",
    label: "Reason, for everybody to read",
  },
} as const;

function SettleDialog({
  objection,
  settle,
  kind,
}: {
  objection: ReviewObjection;
  settle: Settle;
  kind: keyof typeof WORDS;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { trigger, description, label } = WORDS[kind];
  const { form, pending, error, fields } = useAction(settle, {
    onDone: () => {
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="sm">{trigger}</Button>}
      title={trigger}
      description={description}
    >
      <form
        {...form((data) => ({ objectionId: objection.id, reason: String(data.get("reason")) }))}
        className="flex flex-col gap-4"
      >
        <FormError error={error} />
        <Field label={label} name="reason" required={kind === "dismiss"} error={fields.reason}>
          <Textarea />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={pending}>
            {kind === "lift" ? "Lift objection" : "Dismiss objection"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
