import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { draftParts } from "@/lib/draft/draft-parts";
import { clause, spec } from "@/lib/spec/builders";
import { member } from "@/lib/testing/people";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

const sync = useSync();
const aSpec = () => newSpec(spec(clause("honest", "Be honest", "Say what is true.")));
const headOf = async (specId: string) => (await getDraftMoment(db(), specId)).headSeq;

describe("a change", () => {
  it("goes to the others and is acknowledged only when it is committed", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    const two = await sync.open(await member(specId, "editor"), specId);
    await Promise.all([one.saved(), two.saved()]);
    const release = sync.faults.hold("append");
    one.type(1, "Held. ");
    // An answer to a question is in order behind the change: nothing of it may be in there.
    const late = await sync.open(author, specId);
    await late.when(() => late.provider.wsconnected);
    expect(one.state).toBe("sending");
    expect(two.text()).not.toContain("Held.");
    expect(late.text()).not.toContain("Held.");
    release();
    await Promise.all([one.saved(), two.shows("Held. "), late.shows("Held. ")]);
  });

  it("that changes nothing is acknowledged and not stored", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    await one.saved();
    one.disconnect();
    const before = await headOf(specId);
    one.connect();
    await one.saved();
    expect(await headOf(specId)).toBe(before);
  });

  it("that no spec can hold is refused with words, is seen by nobody, and stays with its author", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    const two = await sync.open(await member(specId, "editor"), specId);
    await Promise.all([one.saved(), two.saved()]);
    const before = await headOf(specId);
    draftParts(one.ydoc).content.push([new Y.XmlElement("script")]);
    expect((await one.hears("refusal")).words).toContain("export it");
    await one.closed(4422);
    expect(one.provider.shouldConnect).toBe(false);
    expect(one.text()).toContain("<script>");
    expect(two.text()).not.toContain("<script>");
    expect(await headOf(specId)).toBe(before);
  });
});

describe("work from another time", () => {
  it("comes back under the client id of an earlier visit, by the same person", async () => {
    const { specId, author } = await aSpec();
    const first = await sync.open(author, specId);
    await first.saved();
    first.type(1, "Online. ");
    await first.saved();
    first.disconnect();
    first.type(1, "Offline. ");
    const kept = Y.encodeStateAsUpdate(first.ydoc);
    // The page is closed; the next visit has another client id and the copy that was kept.
    const ydoc = new Y.Doc();
    Y.applyUpdate(ydoc, kept);
    const second = await sync.open(author, specId, { ydoc });
    await second.saved();
    const third = await sync.open(author, specId);
    await third.shows("Offline. Online. ");
  });

  it("is refused when it is somebody else's, and nothing is lost", async () => {
    const { specId, author } = await aSpec();
    const first = await sync.open(author, specId);
    await first.saved();
    first.type(1, "Mine. ");
    await first.saved();
    first.disconnect();
    first.type(1, "Not yours. ");
    const ydoc = new Y.Doc();
    Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(first.ydoc));
    const thief = await sync.open(await member(specId, "editor"), specId, { ydoc });
    expect(await thief.hears("refusal")).toMatchObject({ code: "foreign" });
    first.connect();
    await first.saved();
    expect((await getDraftMoment(db(), specId)).document.content[1]).toMatchObject({
      content: [{ text: "Not yours. Mine. Say what is true." }],
    });
  });

  it("may delete what others wrote", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    const two = await sync.open(await member(specId, "editor"), specId);
    await Promise.all([one.saved(), two.saved()]);
    one.type(1, "Gone soon. ");
    await two.shows("Gone soon. ");
    two.textOf(1).delete(0, 11);
    await one.when(() => !one.text().includes("Gone soon"));
    await two.saved();
  });

  it("of 5,000 edits merges with 5,000 others, and nothing is lost", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    const two = await sync.open(await member(specId, "editor"), specId);
    await Promise.all([one.saved(), two.saved()]);
    one.disconnect();
    two.disconnect();
    for (let n = 0; n < 5_000; n += 1) {
      one.type(1, `a${n} `, one.textOf(1).length);
      two.type(1, `b${n} `, two.textOf(1).length);
    }
    one.connect();
    two.connect();
    await Promise.all([one.saved(), two.saved()]);
    await Promise.all([one.shows("b0 "), two.shows("a0 ")]);
    expect(one.canonical()).toBe(two.canonical());
    for (const words of ["a0 ", "a4999 ", "b0 ", "b4999 "]) expect(one.text()).toContain(words);
  });
});

describe("nobody writes as somebody else", () => {
  it("not under the id of an editor that is open and has not written yet", async () => {
    const { specId, author } = await aSpec();
    const victim = await sync.open(author, specId);
    await victim.saved();
    await victim.hears("people", ({ people }) => people.some(({ clients }) => clients.length > 0));
    const ydoc = new Y.Doc();
    const thief = await sync.open(await member(specId, "editor"), specId, { ydoc });
    await thief.saved();
    ydoc.clientID = victim.ydoc.clientID;
    thief.type(1, "As you. ");
    expect(await thief.hears("refusal")).toMatchObject({ code: "foreign" });
    victim.type(1, "As myself. ");
    await victim.saved();
  });

  it("not under more than 50 ids a day", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    await one.saved();
    for (let n = 0; n < 50; n += 1) {
      one.ydoc.clientID = 1_000 + n;
      one.type(1, "x");
      await one.saved();
    }
    one.ydoc.clientID = 9_999;
    one.type(1, "y");
    expect(await one.hears("refusal")).toMatchObject({ code: "too-many-editors" });
  });
});
