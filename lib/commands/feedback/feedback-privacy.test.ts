import { beforeAll, describe, expect, it } from "vitest";
import { pruneAttempts } from "@/lib/data/rate-limit";
import { db } from "@/lib/data/db";
import { getOwnData } from "@/lib/data/own-data";
import { listThreads } from "@/lib/data/threads";
import { PUBLIC_VIEWER } from "@/lib/data/thread-views";
import { Invalid, NotFound } from "@/lib/errors";
import { FORMER_READER } from "@/lib/feedback/byline";
import type { Actor } from "@/lib/policy/actor";
import { useDatabase } from "@/lib/testing/database";
import { person } from "@/lib/testing/people";
import { publishedSpec } from "@/lib/testing/published-spec";
import { useSettings } from "@/lib/testing/settings";
import { eraseAccount } from "../people/erase-account";
import { registerInvited } from "../people/register-invited";
import { signInWithPassword } from "../people/sign-in-with-password";
import { approveComment } from "./moderate-comment";
import { OpenThread, openThread } from "./open-thread";
import { findPendingComment, keepPendingComment, publishPendingComment } from "./pending-comment";
import { CommentForm } from "./post-comment";

useDatabase();
useSettings();

const ADDRESS = "203.0.113.77";
const HOUR_MS = 3_600_000;
let spec: Awaited<ReturnType<typeof publishedSpec>>;
beforeAll(async () => {
  spec = await publishedSpec();
});

let words = 0;
const form = () =>
  CommentForm.parse({
    spec: spec.slug,
    release: spec.release.label,
    on: "honest",
    kind: "problem",
    body: `It is too short. ${++words}`,
  });
const keep = (at: Date) => keepPendingComment({ form: form(), place: "/somewhere" }, ADDRESS, at);

async function said(author: Actor, body: string) {
  const input = OpenThread.parse({
    specId: spec.id,
    release: spec.release.label,
    on: "calm",
    kind: "question",
    body,
  });
  const posted = await openThread(author, input, new Date());
  await approveComment(spec.publisher, { commentId: posted.id }, new Date());
  return posted;
}

describe("words that wait for their author", () => {
  it("are posted once their author is known, and once only", async () => {
    const at = new Date();
    const { secret } = await keep(at);
    const author = await person();
    const results = await Promise.allSettled([
      publishPendingComment(author, secret, at),
      publishPendingComment(author, secret, at),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(publishPendingComment(author, secret, at)).rejects.toThrow(NotFound);
  });

  it("are found by their secret alone, which is stored nowhere", async () => {
    const at = new Date();
    const { secret } = await keep(at);
    expect((await findPendingComment(secret, at))?.place).toBe("/somewhere");
    expect(await findPendingComment(`${secret.slice(1)}x`, at)).toBeNull();
    expect(await everyRow()).not.toContain(secret);
  });

  it("are gone after a day", async () => {
    const at = new Date();
    const { secret } = await keep(at);
    const later = new Date(at.getTime() + 24 * HOUR_MS);
    expect(await findPendingComment(secret, later)).toBeNull();
    await keep(later);
    expect(await db().pendingComment.count({ where: { at } })).toBe(0);
  });
});

describe("network addresses (QUALITY P5)", () => {
  it("stand in no table, neither now nor fifteen days later", async () => {
    const at = new Date();
    await keep(at);
    // Everything else that asks where somebody comes from: it is counted, and so could be kept.
    const nobody = { email: "nobody@example.org", password: "four words make one" };
    await expect(signInWithPassword(nobody, ADDRESS, at)).rejects.toThrow(Invalid);
    await expect(
      registerInvited({ ...nobody, name: "Nobody", secret: "made up" }, ADDRESS, at),
    ).rejects.toThrow();
    expect(await db().rateLimit.count()).toBeGreaterThan(3);
    expect(await everyRow()).not.toContain(ADDRESS);
    const later = new Date(at.getTime() + 15 * 24 * HOUR_MS);
    await pruneAttempts(later);
    expect(await everyRow()).not.toContain(ADDRESS);
    expect(await db().rateLimit.count({ where: { expiresAt: { lte: later } } })).toBe(0);
  });
});

describe("one's own data (QUALITY P3)", () => {
  it("holds every comment, and the name one shows", async () => {
    const author = await person();
    await said(author, "Mine and nobody else’s.");
    const { feedback } = await getOwnData(author);
    expect(feedback.comments.map(({ body }) => body)).toEqual(["Mine and nobody else’s."]);
    expect(feedback.byline?.number).toBeGreaterThanOrEqual(1_000);
    expect(feedback.followed).toHaveLength(1);
  });

  it.each(["keep", "remove"] as const)("goes with the account (%s the words)", async (comments) => {
    const name = `Leaving ${comments}`;
    const author = await person({ name });
    const { threadId, id } = await said(author, `I say this and leave: ${comments}.`);
    await eraseAccount(author, { confirmation: name, comments }, new Date());
    const row = await db().comment.findUniqueOrThrow({ where: { id } });
    expect(row.authorId).toBeNull();
    expect(row.body).toBe(comments === "keep" ? `I say this and leave: keep.` : "");
    expect(await db().byline.count({ where: { userId: author.id } })).toBe(0);
    expect(await db().follow.count({ where: { userId: author.id } })).toBe(0);
    const { threads } = await listThreads(spec.id, PUBLIC_VIEWER);
    const thread = threads.find((one) => one.id === threadId);
    if (comments === "remove") expect(thread).toBeUndefined();
    else expect(thread?.opening.byline).toEqual(FORMER_READER);
  });
});

/** All that stands in the database, as one text. */
async function everyRow(): Promise<string> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_%'`;
  expect(tables.length).toBeGreaterThan(20);
  const texts = await Promise.all(
    tables.map(({ name }) =>
      db().$queryRawUnsafe<{ text: string | null }[]>(
        `SELECT string_agg(t::text, E'\\n') AS text FROM "${name}" t`,
      ),
    ),
  );
  return texts
    .flat()
    .map(({ text }) => text ?? "")
    .join("\n");
}
