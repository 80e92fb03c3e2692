"use server";

import { redirect } from "next/navigation";
import type { z } from "zod";
import { requireActor } from "@/lib/auth/current-actor";
import { AppealModeration, appealModeration } from "@/lib/commands/feedback/appeal-moderation";
import { EditComment, editComment } from "@/lib/commands/feedback/edit-comment";
import { FollowFeedback, followFeedback } from "@/lib/commands/feedback/follow";
import { ReportComment, reportComment } from "@/lib/commands/feedback/report-comment";
import { SupportThread, supportThread } from "@/lib/commands/feedback/support-thread";
import { WithdrawComment, withdrawComment } from "@/lib/commands/feedback/withdraw-comment";
import { safePath } from "@/lib/auth/safe-path";
import { AppError, Invalid } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";

// These forms work without a script: what they did or what went wrong is told by the page they lead to.

export async function support(data: FormData): Promise<void> {
  return take(data, SupportThread, { on: data.get("on") === "yes" }, supportThread, "supported");
}

export async function follow(data: FormData): Promise<void> {
  return take(data, FollowFeedback, { on: data.get("on") === "yes" }, followFeedback, "followed");
}

export async function edit(data: FormData): Promise<void> {
  return take(data, EditComment, {}, editComment, "edited");
}

export async function withdraw(data: FormData): Promise<void> {
  return take(data, WithdrawComment, {}, withdrawComment, "withdrawn");
}

export async function report(data: FormData): Promise<void> {
  return take(data, ReportComment, {}, reportComment, "reported");
}

export async function appeal(data: FormData): Promise<void> {
  return take(data, AppealModeration, {}, appealModeration, "appealed");
}

async function take<S extends z.ZodType>(
  data: FormData,
  schema: S,
  more: Record<string, unknown>,
  command: (actor: Actor, input: z.output<S>, at: Date) => Promise<unknown>,
  done: string,
): Promise<void> {
  const back = safePath(String(data.get("back") ?? ""), "/");
  let outcome = `done=${done}`;
  try {
    const input = schema.safeParse({ ...Object.fromEntries(data), ...more });
    if (!input.success) throw new Invalid("Some fields need another look.");
    await command(await requireActor(), input.data, new Date());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    outcome = `problem=${error.code}`;
  }
  redirect(`${back}${back.includes("?") ? "&" : "?"}${outcome}`);
}
