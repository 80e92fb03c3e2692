import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { Conflict, Forbidden, Invalid } from "@/lib/errors";
import { useDatabase } from "@/lib/testing/database";
import { useSettings } from "@/lib/testing/settings";
import { member, person } from "@/lib/testing/people";
import { publishedSpec } from "@/lib/testing/published-spec";
import { assignThread } from "./assign-thread";
import { mergeThreads } from "./merge-threads";
import { reopenThread } from "./reopen-thread";
import { replyToThread } from "./reply-to-thread";
import { settleThread } from "./settle-thread";
import { later, open, type FeedbackSpec as Spec } from "@/lib/testing/feedback-scene";

useDatabase();
useSettings();

let spec: Spec;
beforeAll(async () => {
  spec = await publishedSpec();
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
