import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { verifyAuditChain } from "@/lib/data/verify-audit";
import { Conflict, Forbidden, Invalid, NotFound, TooManyRequests } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { ROLES } from "@/lib/policy/role";
import { useDatabase } from "@/lib/testing/database";
import { useSettings } from "@/lib/testing/settings";
import { member, person } from "@/lib/testing/people";
import { publishedSpec } from "@/lib/testing/published-spec";
import { appealModeration } from "./appeal-moderation";
import { assignThread } from "./assign-thread";
import { decideAppeal } from "./decide-appeal";
import { editComment } from "./edit-comment";
import { followFeedback } from "./follow";
import { mergeThreads } from "./merge-threads";
import { approveComment, hideComment, restoreComment } from "./moderate-comment";
import { OpenThread, openThread } from "./open-thread";
import { redactComment, REDACTED } from "./redact-comment";
import { reopenThread } from "./reopen-thread";
import { replyToThread } from "./reply-to-thread";
import { reportComment } from "./report-comment";
import { saveFeedbackSettings } from "./save-feedback-settings";
import { announceConsultation, callOffConsultation } from "./announce-consultation";
import { settleThread } from "./settle-thread";
import { supportThread } from "./support-thread";
import { withdrawComment } from "./withdraw-comment";

useDatabase();
useSettings();

// Steps of a minute, so that no pace is broken by accident.
let minutes = 0;
const later = () => new Date(Date.UTC(2026, 1, 1) + ++minutes * 60_000);
let words = 0;

type Spec = Awaited<ReturnType<typeof publishedSpec>>;
const asked = (spec: Spec, more: Partial<OpenThread> = {}) =>
  OpenThread.parse({
    specId: spec.id,
    release: spec.release.label,
    on: "honest",
    kind: "question",
    body: `What does true mean here? ${++words}`,
    ...more,
  });
const open = (spec: Spec, actor: Actor, more: Partial<OpenThread> = {}) =>
  openThread(actor, asked(spec, more), later());
const firstOf = async (threadId: string) =>
  db().comment.findUniqueOrThrow({ where: { threadId_number: { threadId, number: 1 } } });
const stateOf = async (id: string) =>
  (await db().comment.findUniqueOrThrow({ where: { id } })).state;

/** Somebody whose comments appear at once. */
async function known(spec: Spec): Promise<Actor> {
  const actor = await person();
  for (let round = 0; round < 2; round += 1) {
    const { id } = await open(spec, actor);
    await approveComment(spec.publisher, { commentId: id }, later());
  }
  return actor;
}

let spec: Spec;
beforeAll(async () => {
  spec = await publishedSpec();
});

describe("openThread", () => {
  it("keeps what was meant, in the words of the release", async () => {
    const { threadId } = await open(spec, await person(), {
      on: "honest",
      quote: { exact: "so when you", prefix: "Say ", suffix: " do not" },
      kind: "suggestion",
      replacement: "so whenever you",
    });
    const thread = await db().thread.findUniqueOrThrow({ where: { id: threadId } });
    expect(thread).toMatchObject({
      sectionId: "honest",
      sectionTitle: "Be honest",
      quote: "so when you",
      kind: "suggestion",
    });
    expect((await firstOf(threadId)).replacement).toBe("so whenever you");
  });

  it("refuses what does not stand in the release", async () => {
    await expect(open(spec, await person(), { on: "nowhere" })).rejects.toThrow(Invalid);
  });

  it("is for published specs alone, and a foreign draft looks like nothing", async () => {
    const draft = await db().spec.create({
      data: { slug: `draft-${process.pid}`, title: "Draft" },
    });
    const input = { ...asked(spec), specId: draft.id };
    await expect(openThread(await person(), input, later())).rejects.toThrow(NotFound);
  });

  it("stops when comments are closed, except for members", async () => {
    const closed = await publishedSpec();
    const settings = { specId: closed.id, isOpen: false, slowModeMinutes: 0, houseRules: "" };
    await saveFeedbackSettings(closed.publisher, settings);
    await expect(open(closed, await person())).rejects.toThrow(Forbidden);
    expect((await open(closed, await member(closed.id, "commenter"))).heldBecause).toBe("");
  });

  it("numbers threads one after the other, whoever comes at once", async () => {
    const busy = await publishedSpec();
    const people = await Promise.all(Array.from({ length: 6 }, () => person()));
    const opened = await Promise.all(people.map((actor) => open(busy, actor)));
    expect(opened.map(({ threadNumber }) => threadNumber).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("newcomers (QUALITY P8, P9)", () => {
  it("wait for a moderator until two of their comments were approved", async () => {
    const actor = await person();
    const first = await open(spec, actor);
    expect(first.heldBecause).not.toBe("");
    expect(await stateOf(first.id)).toBe("held");
    await approveComment(spec.publisher, { commentId: first.id }, later());
    expect(await stateOf(first.id)).toBe("visible");
    const second = await open(spec, actor);
    expect(second.heldBecause).not.toBe("");
    await approveComment(spec.publisher, { commentId: second.id }, later());
    expect((await open(spec, actor)).heldBecause).toBe("");
  });

  it("are told that they were too quick for a person", async () => {
    const { heldBecause } = await open(spec, await person(), { writtenForMs: 900 });
    expect(heldBecause).toContain("three seconds");
  });

  it("post once in half a minute, and three threads on their first day", async () => {
    const actor = await person();
    const day = new Date();
    const soon = (seconds: number) => new Date(day.getTime() + seconds * 1_000);
    await openThread(actor, asked(spec), day);
    await expect(openThread(actor, asked(spec), soon(10))).rejects.toThrow(TooManyRequests);
    await openThread(actor, asked(spec), soon(40));
    const fourth = openThread(actor, asked(spec), soon(80));
    await expect(fourth).rejects.toThrow(/first day/);
  });

  it("set two links and no more", async () => {
    const links = (count: number) => "see https://example.org/a ".repeat(count);
    await expect(open(spec, await person(), { body: links(3) })).rejects.toThrow(Invalid);
    await open(spec, await person(), { body: links(2) });
  });
});

describe("repetition", () => {
  it("is refused to the same person, and looked at when others say the same words", async () => {
    const actor = await known(spec);
    const body = `Exactly “this” -- please. ${++words}`;
    await open(spec, actor, { body });
    const again = body.replace("“this” --", '"THIS" —');
    await expect(open(spec, actor, { body: again })).rejects.toThrow(Conflict);
    const other = await known(spec);
    expect((await open(spec, other, { body: again })).heldBecause).toContain("same words");
  });

  it("is slowed down on a clause in slow mode", async () => {
    const slow = await publishedSpec();
    const settings = { specId: slow.id, isOpen: true, slowModeMinutes: 30, houseRules: "" };
    const actor = await known(slow);
    await saveFeedbackSettings(slow.publisher, settings);
    await open(slow, actor);
    await expect(open(slow, actor)).rejects.toThrow(TooManyRequests);
    await open(slow, actor, { on: "calm" });
  });
});

describe("one's own words", () => {
  it("can be changed, and a newcomer’s change is looked at again", async () => {
    const actor = await person();
    const { id } = await open(spec, actor);
    await approveComment(spec.publisher, { commentId: id }, later());
    await editComment(actor, { commentId: id, body: "Something else", replacement: null }, later());
    expect(await db().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      body: "Something else",
      state: "held",
    });
  });

  it("can be taken back, which leaves no word of them and a place in the thread", async () => {
    const actor = await person();
    const { id } = await open(spec, actor);
    await withdrawComment(actor, { commentId: id }, later());
    await withdrawComment(actor, { commentId: id }, later());
    expect(await db().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      body: "",
      wordsHash: "",
      state: "withdrawn",
    });
  });

  it("are nobody else’s to change or take back, not even a publisher’s", async () => {
    const { id: commentId } = await open(spec, await person());
    for (const other of [await person(), spec.publisher]) {
      const edit = editComment(other, { commentId, body: "x", replacement: null }, later());
      await expect(edit).rejects.toThrow(Forbidden);
      await expect(withdrawComment(other, { commentId }, later())).rejects.toThrow(Forbidden);
    }
  });

  it("cannot be changed while they are hidden", async () => {
    const actor = await person();
    const { id: commentId } = await open(spec, actor);
    await hideComment(
      spec.publisher,
      { commentId, rule: "off_topic", reason: "About cars." },
      later(),
    );
    const edit = editComment(actor, { commentId, body: "x", replacement: null }, later());
    await expect(edit).rejects.toThrow(Forbidden);
  });
});

describe("answers", () => {
  it("come from everybody, officially only from those who write the spec", async () => {
    const { threadId } = await open(spec, await person());
    const reply = (actor: Actor, isOfficial: boolean) =>
      replyToThread(
        actor,
        { threadId, body: `Thank you ${++words}`, isOfficial, writtenForMs: null },
        later(),
      );
    await reply(await person(), false);
    await expect(reply(await person(), true)).rejects.toThrow(Forbidden);
    for (const role of ROLES) {
      const answer = reply(await member(spec.id, role), true);
      if (role === "reader" || role === "commenter")
        await expect(answer).rejects.toThrow(Forbidden);
      else expect((await answer).heldBecause).toBe("");
    }
  });
});

describe("support", () => {
  it("counts each person once, never the one who opened the thread", async () => {
    const opener = await person();
    const { threadId } = await open(spec, opener);
    const reader = await person();
    await supportThread(reader, { threadId, on: true }, later());
    expect(await supportThread(reader, { threadId, on: true }, later())).toEqual({ count: 1 });
    await expect(supportThread(opener, { threadId, on: true }, later())).rejects.toThrow(Forbidden);
    expect(await supportThread(reader, { threadId, on: false }, later())).toEqual({ count: 0 });
  });
});

describe("following", () => {
  it("is once, and begins by itself with one’s own words", async () => {
    const actor = await person();
    const { threadId } = await open(spec, actor);
    const thread = { specId: spec.id, threadId, sectionUid: null };
    await followFeedback(actor, { ...thread, on: true }, later());
    expect(await db().follow.count({ where: { userId: actor.id } })).toBe(1);
    await followFeedback(actor, { ...thread, on: false }, later());
    expect(await db().follow.count({ where: { userId: actor.id } })).toBe(0);
  });

  it("finds no thread of another spec", async () => {
    const { threadId } = await open(spec, await person());
    const other = await publishedSpec();
    const strange = { specId: other.id, threadId, sectionUid: null, on: true };
    await expect(followFeedback(await person(), strange, later())).rejects.toThrow(NotFound);
  });
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

describe("triage", () => {
  const adopted = { outcome: "adopted", reason: "You are right.", targetLabel: null } as const;

  it.each(["reader", "commenter"] as const)("is not for a %s", async (role) => {
    const { threadId } = await open(spec, await person());
    const actor = await member(spec.id, role);
    const settle = settleThread(actor, { threadId, ...adopted, revision: null }, later());
    await expect(settle).rejects.toThrow(Forbidden);
    await expect(assignThread(actor, { threadId, userId: null }, later())).rejects.toThrow(
      Forbidden,
    );
    await expect(mergeThreads(actor, { threadId, intoNumber: 1 }, later())).rejects.toThrow(
      Forbidden,
    );
    await expect(reopenThread(actor, { threadId, reason: "No" }, later())).rejects.toThrow(
      Forbidden,
    );
  });

  it("is not for the author of a comment, nor for an administrator who is no member", async () => {
    const author = await person();
    const { threadId } = await open(spec, author);
    for (const actor of [author, await person({ administrator: true })]) {
      const settle = settleThread(actor, { threadId, ...adopted, revision: null }, later());
      await expect(settle).rejects.toThrow(Forbidden);
    }
  });

  it("keeps every decision, and what is decided last holds", async () => {
    const { threadId } = await open(spec, await person());
    const editor = await member(spec.id, "editor");
    await settleThread(editor, { threadId, ...adopted, revision: null }, later());
    await settleThread(
      editor,
      {
        threadId,
        outcome: "set_aside",
        reason: "On reflection.",
        targetLabel: null,
        revision: null,
      },
      later(),
    );
    await reopenThread(editor, { threadId, reason: "New facts." }, later());
    await reopenThread(editor, { threadId, reason: "New facts." }, later());
    const rows = await db().disposition.findMany({ where: { threadId }, orderBy: { at: "asc" } });
    expect(rows.map(({ outcome, endedBecause }) => [outcome, endedBecause])).toEqual([
      ["adopted", "Replaced by a new decision."],
      ["set_aside", "New facts."],
    ]);
  });

  it("assigns to people who edit, and joins threads without a ring", async () => {
    const editor = await member(spec.id, "editor");
    const reader = await member(spec.id, "reader");
    const a = await open(spec, await person());
    const b = await open(spec, await person());
    await assignThread(editor, { threadId: a.threadId, userId: editor.id }, later());
    const wrong = assignThread(editor, { threadId: a.threadId, userId: reader.id }, later());
    await expect(wrong).rejects.toThrow(Invalid);
    await mergeThreads(editor, { threadId: a.threadId, intoNumber: b.threadNumber }, later());
    const back = mergeThreads(
      editor,
      { threadId: b.threadId, intoNumber: a.threadNumber },
      later(),
    );
    await expect(back).rejects.toThrow(Conflict);
    const late = replyToThread(
      editor,
      { threadId: a.threadId, body: "Too late", isOfficial: false, writtenForMs: null },
      later(),
    );
    await expect(late).rejects.toThrow(Conflict);
  });
});

describe("settings and consultations", () => {
  it.each(["reader", "commenter", "editor", "reviewer"] as const)(
    "are not for a %s",
    async (role) => {
      const actor = await member(spec.id, role);
      const settings = { specId: spec.id, isOpen: false, slowModeMinutes: 0, houseRules: "" };
      await expect(saveFeedbackSettings(actor, settings)).rejects.toThrow(Forbidden);
      const window = {
        specId: spec.id,
        title: "Third release",
        question: "",
        opensAt: new Date("2026-03-01"),
        closesAt: new Date("2026-04-01"),
      };
      await expect(announceConsultation(actor, window)).rejects.toThrow(Forbidden);
      const { id } = await announceConsultation(spec.publisher, window);
      await expect(callOffConsultation(actor, { consultationId: id })).rejects.toThrow(Forbidden);
      await callOffConsultation(spec.publisher, { consultationId: id });
    },
  );
});

it("leaves an unbroken audit log that holds no word of anybody", async () => {
  expect(await verifyAuditChain()).toMatchObject({ faults: [] });
  const payloads = JSON.stringify((await db().auditEvent.findMany()).map(({ payload }) => payload));
  expect(payloads).not.toContain("What does true mean");
});
