"use server";

import { action } from "@/lib/action";
import { ApproveCandidate, approveCandidate } from "@/lib/commands/review/approve-candidate";
import { AssignReviewer, assignReviewer } from "@/lib/commands/review/assign-reviewer";
import {
  AskBreakGlass,
  askBreakGlass,
  ConfirmBreakGlass,
  confirmBreakGlass,
} from "@/lib/commands/review/break-glass";
import {
  AddErratum,
  addErratum,
  WithdrawRelease,
  withdrawRelease,
} from "@/lib/commands/review/correct-release";
import { CutCandidate, cutCandidate } from "@/lib/commands/review/cut-candidate";
import { MarkEditorial, markEditorial } from "@/lib/commands/review/mark-editorial";
import { PublishRelease, publishRelease } from "@/lib/commands/review/publish-release";
import { RequestChanges, requestChanges } from "@/lib/commands/review/request-changes";
import { RetractApproval, retractApproval } from "@/lib/commands/review/retract-approval";
import {
  AnswerReviewThread,
  answerReviewThread,
  OpenReviewThread,
  openReviewThread,
  ResolveReviewThread,
  resolveReviewThread,
} from "@/lib/commands/review/review-thread";
import {
  CancelSchedule,
  cancelSchedule,
  ScheduleRelease,
  scheduleRelease,
} from "@/lib/commands/review/schedule-release";
import {
  DismissObjection,
  dismissObjection,
  LiftObjection,
  liftObjection,
} from "@/lib/commands/review/settle-objection";
import { TakeUpSuggestion, takeUpSuggestion } from "@/lib/commands/review/take-up-suggestion";
import { TickChange, tickChange } from "@/lib/commands/review/tick-change";
import { WithdrawCandidate, withdrawCandidate } from "@/lib/commands/review/withdraw-candidate";
import { CheckNotes, listUntold } from "@/lib/data/release-plan";

export const cut = action(CutCandidate, cutCandidate);

export const checkNotes = action(CheckNotes, listUntold);

export const withdraw = action(WithdrawCandidate, withdrawCandidate);

export const approve = action(ApproveCandidate, (actor, input) =>
  approveCandidate(actor, input, new Date()),
);

export const retract = action(RetractApproval, retractApproval);

export const askForChanges = action(RequestChanges, requestChanges);

export const lift = action(LiftObjection, liftObjection);

export const dismiss = action(DismissObjection, (actor, input) =>
  dismissObjection(actor, input, new Date()),
);

export const answerFor = action(MarkEditorial, markEditorial);

export const assign = action(AssignReviewer, assignReviewer);

export const tick = action(TickChange, tickChange);

export const openThread = action(OpenReviewThread, openReviewThread);

export const answerThread = action(AnswerReviewThread, answerReviewThread);

export const resolveThread = action(ResolveReviewThread, resolveReviewThread);

export const takeUp = action(TakeUpSuggestion, takeUpSuggestion);

export const publish = action(PublishRelease, (actor, input) =>
  publishRelease(actor, input, new Date()),
);

export const schedule = action(ScheduleRelease, (actor, input) =>
  scheduleRelease(actor, input, new Date()),
);

export const cancel = action(CancelSchedule, cancelSchedule);

export const askOverride = action(AskBreakGlass, (actor, input) =>
  askBreakGlass(actor, input, new Date()),
);

export const confirmOverride = action(ConfirmBreakGlass, (actor, input) =>
  confirmBreakGlass(actor, input, new Date()),
);

export const correct = action(AddErratum, (actor, input) => addErratum(actor, input, new Date()));

export const withdrawPublished = action(WithdrawRelease, (actor, input) =>
  withdrawRelease(actor, input, new Date()),
);
