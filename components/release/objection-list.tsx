"use client";

import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { ActionResult } from "@/lib/action-result";
import { ReasonDialog } from "./reason-dialog";
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
    words: "Lift my objection",
    submit: "Lift objection",
    description: "The release can go on then, as far as you are concerned.",
    label: "What changed your mind",
  },
  dismiss: {
    words: "Dismiss",
    submit: "Dismiss objection",
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
  return (
    <ReasonDialog
      {...WORDS[kind]}
      optional={kind === "lift"}
      about={{ objectionId: objection.id }}
      act={settle}
    />
  );
}
