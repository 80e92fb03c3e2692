import { z } from "zod";
import { db } from "@/lib/data/db";
import { requirePublicSpec } from "@/lib/data/feedback-standing";
import { Invalid, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { OpenThread, openThread } from "./open-thread";
import { replyToThread, ReplyToThread } from "./reply-to-thread";

const Text = (most: number) => z.string().max(most, "That is too long.").default("");

/** The fields of every form for comments, as a browser sends them: for a new thread or for a reply. */
export const CommentForm = z.object({
  spec: z.string().min(1).max(60),
  /** A new thread: the release, and what was pointed at. */
  release: Text(80),
  on: Text(200),
  exact: Text(4_000),
  prefix: Text(400),
  suffix: Text(400),
  kind: Text(20),
  replacement: Text(12_000),
  /** A reply: the number of the thread. */
  thread: Text(10),
  official: Text(5),
  body: Text(12_000),
  /** When the form was opened, in milliseconds. */
  shown: Text(20),
});
export type CommentForm = z.infer<typeof CommentForm>;

export interface PostedForm {
  threadNumber: number;
  commentNumber: number;
  heldBecause: string;
}

/**
 * Opens a thread or answers in one, from a form.
 *
 * @throws Invalid with the form's own field names; everything that opening and answering throw.
 */
export async function postComment(actor: Actor, form: CommentForm, at: Date): Promise<PostedForm> {
  const spec = await requirePublicSpec(db(), actor, { slug: form.spec });
  const shown = Number(form.shown);
  const writtenForMs = form.shown !== "" && shown > 0 ? Math.max(0, at.getTime() - shown) : null;
  if (form.thread === "") {
    const { exact, prefix, suffix, release, on, kind, body, replacement } = form;
    const input = parsed(OpenThread, {
      specId: spec.id,
      release,
      on,
      quote: exact.trim() === "" ? null : { exact, prefix, suffix },
      kind,
      body,
      replacement,
      writtenForMs,
    });
    const opened = await openThread(actor, input, at);
    return { ...opened, commentNumber: opened.number };
  }
  const threadNumber = Number(form.thread);
  const thread = Number.isSafeInteger(threadNumber)
    ? await db().thread.findUnique({
        where: { specId_number: { specId: spec.id, number: threadNumber } },
        select: { id: true },
      })
    : null;
  if (!thread) throw new NotFound("such thread");
  const input = parsed(ReplyToThread, {
    threadId: thread.id,
    body: form.body,
    isOfficial: form.official !== "",
    writtenForMs,
  });
  const { number, heldBecause } = await replyToThread(actor, input, at);
  return { threadNumber, commentNumber: number, heldBecause };
}

function parsed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[String(issue.path[0] ?? "")] ??= issue.message;
  throw new Invalid(Object.values(fields)[0] ?? "Some fields need another look.", fields);
}
