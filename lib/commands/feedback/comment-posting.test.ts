import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { Conflict, Forbidden, Invalid, NotFound, TooManyRequests } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { ROLES } from "@/lib/policy/role";
import { useDatabase } from "@/lib/testing/database";
import { useSettings } from "@/lib/testing/settings";
import { member, person } from "@/lib/testing/people";
import { publishedSpec } from "@/lib/testing/published-spec";
import { editComment } from "./edit-comment";
import { approveComment, hideComment } from "./moderate-comment";
import { openThread } from "./open-thread";
import { replyToThread } from "./reply-to-thread";
import { saveFeedbackSettings } from "./save-feedback-settings";
import { withdrawComment } from "./withdraw-comment";
import { known, later, open, asked, type FeedbackSpec as Spec } from "@/lib/testing/feedback-scene";

useDatabase();
useSettings();

let words = 0;
const firstOf = async (threadId: string) =>
  db().comment.findUniqueOrThrow({ where: { threadId_number: { threadId, number: 1 } } });
const stateOf = async (id: string) =>
  (await db().comment.findUniqueOrThrow({ where: { id } })).state;

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
    const settings = {
      specId: closed.id,
      isOpen: false,
      inWindowsOnly: false,
      slowModeMinutes: 0,
      houseRules: "",
    };
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
    await openThread(actor, asked(spec), soon(80));
    const fourth = openThread(actor, asked(spec), soon(120));
    await expect(fourth).rejects.toThrow(/first day/);
  });

  it("answer ten times on their first day", async () => {
    const actor = await person();
    const { threadId } = await open(spec, spec.publisher);
    const day = new Date();
    const answer = (count: number) =>
      replyToThread(
        actor,
        { threadId, body: `Answer ${++words}`, isOfficial: false, writtenForMs: null },
        new Date(day.getTime() + count * 40_000),
      );
    for (let count = 0; count < 10; count += 1) await answer(count);
    await expect(answer(10)).rejects.toThrow(/replies on your first day/);
  });

  it("are known after two approvals, and then only kept from flooding: once in five seconds", async () => {
    const actor = await known(spec);
    const start = later();
    const soon = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
    await openThread(actor, asked(spec), start);
    await expect(openThread(actor, asked(spec), soon(4))).rejects.toThrow(/five seconds/);
    await openThread(actor, asked(spec), soon(6));
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
    const settings = {
      specId: slow.id,
      isOpen: true,
      inWindowsOnly: false,
      slowModeMinutes: 30,
      houseRules: "",
    };
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
