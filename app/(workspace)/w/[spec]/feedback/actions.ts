"use server";

import { action } from "@/lib/action";
import { AssignThread, assignThread } from "@/lib/commands/feedback/assign-thread";
import { DecideAppeal, decideAppeal } from "@/lib/commands/feedback/decide-appeal";
import { DecidePlacement, decidePlacement } from "@/lib/commands/feedback/decide-placement";
import { MergeThreads, mergeThreads } from "@/lib/commands/feedback/merge-threads";
import {
  ApproveComment,
  approveComment,
  HideComment,
  hideComment,
} from "@/lib/commands/feedback/moderate-comment";
import { RedactComment, redactComment } from "@/lib/commands/feedback/redact-comment";
import { ReopenThread, reopenThread } from "@/lib/commands/feedback/reopen-thread";
import { ReplyToThread, replyToThread } from "@/lib/commands/feedback/reply-to-thread";
import { SettleThread, settleThread } from "@/lib/commands/feedback/settle-thread";

export const answer = action(ReplyToThread, (actor, input) =>
  replyToThread(actor, input, new Date()),
);

export const assign = action(AssignThread, (actor, input) =>
  assignThread(actor, input, new Date()),
);

export const merge = action(MergeThreads, (actor, input) => mergeThreads(actor, input, new Date()));

export const settle = action(SettleThread, (actor, input) =>
  settleThread(actor, input, new Date()),
);

export const reopen = action(ReopenThread, (actor, input) =>
  reopenThread(actor, input, new Date()),
);

export const place = action(DecidePlacement, (actor, input) =>
  decidePlacement(actor, input, new Date()),
);

export const approve = action(ApproveComment, (actor, input) =>
  approveComment(actor, input, new Date()),
);

export const hide = action(HideComment, (actor, input) => hideComment(actor, input, new Date()));

export const redact = action(RedactComment, (actor, input) =>
  redactComment(actor, input, new Date()),
);

export const judge = action(DecideAppeal, (actor, input) => decideAppeal(actor, input, new Date()));
