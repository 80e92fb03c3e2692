"use server";

import { action } from "@/lib/action";
import { AssignThread, assignThread } from "@/lib/commands/assign-thread";
import { DecideAppeal, decideAppeal } from "@/lib/commands/decide-appeal";
import { DecidePlacement, decidePlacement } from "@/lib/commands/decide-placement";
import { MergeThreads, mergeThreads } from "@/lib/commands/merge-threads";
import {
  ApproveComment,
  approveComment,
  HideComment,
  hideComment,
} from "@/lib/commands/moderate-comment";
import { RedactComment, redactComment } from "@/lib/commands/redact-comment";
import { ReopenThread, reopenThread } from "@/lib/commands/reopen-thread";
import { ReplyToThread, replyToThread } from "@/lib/commands/reply-to-thread";
import { SettleThread, settleThread } from "@/lib/commands/settle-thread";

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
