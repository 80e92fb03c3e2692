"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import type { Approval } from "./approve-dialog";
import { ReasonDialog } from "./reason-dialog";
import { HINDRANCE_WORDS } from "./review-words";
import type { ReviewPart } from "./review-types";
import { PartBadge } from "./state-badge";

/** What reviewers do to a change; the same for every part of a candidate. */
export interface PartDeeds {
  candidate: { id: string; hash: string; specId: string };
  diffVersion: string;
  may: { approve: boolean; requestChanges: boolean; markEditorial: boolean };
  tick: (input: { specId: string; change: string; viewed: boolean }) => Promise<ActionResult<void>>;
  approve: (input: Approval) => Promise<ActionResult<{ approved: number }>>;
  requestChanges: (input: {
    candidateId: string;
    hash: string;
    part: string;
    reason: string;
  }) => Promise<ActionResult<{ id: string }>>;
  markEditorial: (input: {
    candidateId: string;
    change: string;
    reason: string;
  }) => Promise<ActionResult<void>>;
}

/** The state of one change, and what this person can do about it. */
export function PartControls({ part, deeds }: { part: ReviewPart; deeds: PartDeeds }) {
  const router = useRouter();
  const { candidate, may, diffVersion } = deeds;
  const [viewed, setViewed] = useState(part.mine.viewed);
  const tick = useAction(deeds.tick, { failures: "toast", onDone: () => router.refresh() });
  const approve = useAction(deeds.approve, { failures: "toast", onDone: () => router.refresh() });
  const { approved, hindrance } = part.mine;
  const mayApprove = may.approve && !approved && hindrance === null;
  const handleTick = (checked: boolean) => {
    setViewed(checked);
    tick.run({ specId: candidate.specId, change: part.change, viewed: checked });
  };
  return (
    // Its parts stand in one row with what else can be done, and wrap with it on a phone.
    <div className="contents">
      <PartBadge state={part.state} />
      <Checkbox
        label={
          <>
            Viewed<span className="sr-only">: {part.title}</span>
          </>
        }
        checked={viewed}
        onCheckedChange={(checked) => handleTick(checked === true)}
      />
      {mayApprove && (
        <Button
          size="sm"
          variant="primary"
          pending={approve.pending}
          aria-label={`Approve: ${part.title}`}
          onClick={() =>
            approve.run({
              candidateId: candidate.id,
              hash: candidate.hash,
              changes: [part.change],
              statement: "",
              dissent: "",
              diffVersion,
            })
          }
        >
          Approve
        </Button>
      )}
      {may.requestChanges && (
        <ReasonDialog
          words="Ask for changes"
          trigger={{ label: `Ask for changes: ${part.title}` }}
          title={`Ask for changes: ${part.title}`}
          description="This blocks the release until you lift it, in later candidates too. A publisher can dismiss it with a public reason."
          label="What has to change, and why"
          about={{ candidateId: candidate.id, hash: candidate.hash, part: part.key }}
          act={deeds.requestChanges}
          done="Your objection is recorded"
          width="md"
        />
      )}
      {part.unexplained && may.markEditorial && hindrance === null && (
        <ReasonDialog
          words="Needs no mention"
          trigger={{ label: `Needs no mention: ${part.title}` }}
          title={`${part.title} needs no mention`}
          description="You say by name that readers do not have to know of this change."
          label="Why"
          submit="I answer for it"
          about={{ candidateId: candidate.id, change: part.change }}
          act={deeds.markEditorial}
        />
      )}
      {approved && <span className="text-sm text-ink-muted">You approved this.</span>}
      {may.approve && hindrance !== null && (
        <span className="text-sm text-ink-muted">{HINDRANCE_WORDS[hindrance]}</span>
      )}
    </div>
  );
}
