import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { Forbidden, NotFound } from "@/lib/errors";
import { useDatabase } from "@/lib/testing/database";
import { useSettings } from "@/lib/testing/settings";
import { person } from "@/lib/testing/people";
import { publishedSpec } from "@/lib/testing/published-spec";
import { followFeedback } from "./follow";
import { supportThread } from "./support-thread";
import { later, open, type FeedbackSpec as Spec } from "@/lib/testing/feedback-scene";

useDatabase();
useSettings();

let spec: Spec;
beforeAll(async () => {
  spec = await publishedSpec();
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
