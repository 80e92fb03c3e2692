import type { Actor } from "@/lib/policy/actor";
import {
  canAssignReviewer,
  canBreakGlass,
  canCommentInReview,
  canCutCandidate,
  canPublish,
  canReview,
  canWithdrawCandidate,
} from "@/lib/policy/review";
import { canEditDraft } from "@/lib/policy/spec";
import { outcomeOf } from "@/lib/workflow/candidate-state";
import type { Review } from "./review";
import type { SpecRecord } from "./standing";

/** What one person may do with a candidate as it stands. */
export interface ReviewMay {
  approve: boolean;
  requestChanges: boolean;
  comment: boolean;
  assign: boolean;
  withdraw: boolean;
  publish: boolean;
  schedule: boolean;
  cancelSchedule: boolean;
  markEditorial: boolean;
  breakGlass: boolean;
  takeUp: boolean;
  cut: boolean;
}

export function mayOf(actor: Actor, spec: SpecRecord, { state, candidate }: Review): ReviewMay {
  const allows = (deed: Parameters<typeof outcomeOf>[1]) => outcomeOf(state, deed) !== null;
  return {
    approve: canReview(actor, spec) && allows("approve"),
    requestChanges: canReview(actor, spec) && allows("request_changes"),
    comment: canCommentInReview(actor, spec),
    assign: canAssignReviewer(actor, spec) && allows("assign"),
    withdraw: canWithdrawCandidate(actor, spec, candidate) && allows("withdraw"),
    publish: canPublish(actor, spec) && allows("publish"),
    schedule: canPublish(actor, spec) && allows("schedule"),
    cancelSchedule: canPublish(actor, spec) && allows("cancel_schedule"),
    markEditorial: canReview(actor, spec) && allows("mark_editorial"),
    breakGlass: canBreakGlass(actor, spec) && allows("break_glass"),
    takeUp: canEditDraft(actor, spec),
    cut: canCutCandidate(actor, spec),
  };
}
