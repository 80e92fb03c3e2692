import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getModerationQueue } from "@/lib/data/moderation-queue";
import { verifyAuditChain } from "@/lib/data/verify-audit";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { useDatabase } from "@/lib/testing/database";
import { useSettings } from "@/lib/testing/settings";
import { writeManyComments } from "@/lib/testing/many-comments";
import { member, person } from "@/lib/testing/people";
import { publishedSpec } from "@/lib/testing/published-spec";
import { appealModeration } from "./appeal-moderation";
import { decideAppeal } from "./decide-appeal";
import { approveComment, hideComment, restoreComment } from "./moderate-comment";
import { redactComment, REDACTED } from "./redact-comment";
import { reportComment } from "./report-comment";
import { known, later, open, type FeedbackSpec as Spec } from "@/lib/testing/feedback-scene";

useDatabase();
useSettings();

const stateOf = async (id: string) =>
  (await db().comment.findUniqueOrThrow({ where: { id } })).state;

let spec: Spec;
beforeAll(async () => {
  spec = await publishedSpec();
});

describe("reports", () => {
  it("count once a person, never for one’s own words, and end when a moderator looked", async () => {
    const author = await known(spec);
    const { id: commentId } = await open(spec, author);
    const reader = await person();
    const report = { commentId, rule: "abuse", words: "" } as const;
    await reportComment(reader, report, later());
    await reportComment(reader, report, later());
    await expect(reportComment(author, report, later())).rejects.toThrow(Forbidden);
    expect(await db().report.count({ where: { commentId, resolvedAt: null } })).toBe(1);
    await approveComment(spec.publisher, { commentId }, later());
    expect(await db().report.count({ where: { commentId, resolvedAt: null } })).toBe(0);
    expect(await stateOf(commentId)).toBe("visible");
  });
});

describe("moderation (QUALITY P7)", () => {
  const hide = (actor: Actor, commentId: string) =>
    hideComment(actor, { commentId, rule: "abuse", reason: "It insults somebody." }, later());

  it("is for reviewers, publishers and administrators, never for one’s own words", async () => {
    const { id: commentId } = await open(spec, await person());
    for (const role of ["reader", "commenter", "editor"] as const) {
      const actor = await member(spec.id, role);
      await expect(hide(actor, commentId)).rejects.toThrow(Forbidden);
      await expect(approveComment(actor, { commentId }, later())).rejects.toThrow(Forbidden);
    }
    await expect(hide(await person(), commentId)).rejects.toThrow(Forbidden);
    const reviewer = await member(spec.id, "reviewer");
    const own = await open(spec, reviewer);
    await expect(hide(reviewer, own.id)).rejects.toThrow(Forbidden);
    await approveComment(reviewer, { commentId }, later());
    await hide(await person({ administrator: true }), commentId);
    expect(await stateOf(commentId)).toBe("hidden");
  });

  it("keeps rule, reason and office of every deed", async () => {
    const { id: commentId } = await open(spec, await person());
    await hide(spec.publisher, commentId);
    await hide(spec.publisher, commentId);
    const restore = { commentId, reason: "A second look." };
    await restoreComment(spec.publisher, restore, later());
    const deeds = await db().moderation.findMany({ where: { commentId }, orderBy: { at: "asc" } });
    expect(deeds.map(({ deed, rule, byRole }) => [deed, rule, byRole])).toEqual([
      ["hidden", "abuse", "publisher"],
      ["restored", null, "publisher"],
    ]);
  });

  it("is appealed by the author alone, once, and judged by somebody else", async () => {
    const author = await person();
    const { id: commentId } = await open(spec, author);
    const reviewer = await member(spec.id, "reviewer");
    await hide(reviewer, commentId);
    const appeal = { commentId, words: "It is about the clause." };
    await expect(appealModeration(await person(), appeal, later())).rejects.toThrow(Forbidden);
    await appealModeration(author, appeal, later());
    await expect(appealModeration(author, appeal, later())).rejects.toThrow(Conflict);
    const { id: appealId } = await db().appeal.findFirstOrThrow({ where: { commentId } });
    const verdict = { appealId, isUpheld: true, answer: "You are right." };
    for (const actor of [reviewer, author, await member(spec.id, "editor")]) {
      await expect(decideAppeal(actor, verdict, later())).rejects.toThrow(Forbidden);
    }
    await decideAppeal(spec.publisher, verdict, later());
    expect(await stateOf(commentId)).toBe("visible");
    await decideAppeal(spec.publisher, { ...verdict, isUpheld: false }, later());
    expect(await stateOf(commentId)).toBe("visible");
  });

  it("takes words out for ever and writes down only that it did (P11)", async () => {
    const author = await person();
    const { id: commentId } = await open(spec, author, { body: "My neighbour Vero Halm did it." });
    const redact = { commentId, words: "Vero Halm", reason: "A third person." };
    await expect(redactComment(author, redact, later())).rejects.toThrow(Forbidden);
    await redactComment(spec.publisher, redact, later());
    const { body } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    expect(body).toBe(`My neighbour ${REDACTED} did it.`);
    const everything = JSON.stringify(
      await Promise.all([db().moderation.findMany(), db().auditEvent.findMany()]),
      (_, value) => (typeof value === "bigint" ? String(value) : value),
    );
    expect(everything).not.toContain("Vero Halm");
  });
});

describe("the queue", () => {
  it("counts all that waits and shows it in pages, longest first (P8)", async () => {
    const busy = await publishedSpec();
    const first = later();
    await writeManyComments(busy, {
      clauses: ["honest", "calm"],
      threads: 60,
      onFirst: 30,
      comments: 60,
      inFirst: 1,
    });
    await db().comment.updateMany({
      where: { thread: { specId: busy.id } },
      data: { state: "held", heldBecause: "It is the first comment of this author." },
    });
    const { id: oldest } = await db().comment.findFirstOrThrow({
      where: { thread: { specId: busy.id } },
    });
    const longAgo = new Date(first.getTime() - 100 * 3_600_000);
    await db().comment.update({ where: { id: oldest }, data: { at: longAgo } });
    const look = (page: number, actor = busy.publisher) =>
      getModerationQueue(actor, busy.id, { page, lateBefore: new Date(longAgo.getTime() + 1) });
    const { pages, totals, held } = await look(1);
    expect(totals).toEqual({ appeals: 0, reported: 0, held: 60, late: 1 });
    expect([pages, held.length, held[0]?.id]).toEqual([3, 25, oldest]);
    const seen = [held, (await look(2)).held, (await look(3)).held].flat();
    expect(new Set(seen.map(({ id }) => id)).size).toBe(60);
    // What somebody else settled meanwhile can leave fewer pages than were asked for.
    expect(await look(9)).toMatchObject({ page: 3, held: { length: 10 } });
    await expect(look(1, await member(busy.id, "editor"))).rejects.toThrow(Forbidden);
  });
});

it("leaves an unbroken audit log that holds no word of anybody", async () => {
  expect(await verifyAuditChain()).toMatchObject({ faults: [] });
  const payloads = JSON.stringify((await db().auditEvent.findMany()).map(({ payload }) => payload));
  expect(payloads).not.toContain("What does true mean");
});
