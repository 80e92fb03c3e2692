import { describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { clause, spec } from "@/lib/spec/builders";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

const sync = useSync();
const aSpec = () => newSpec(spec(clause("honest", "Be honest", "Say what is true.")));

describe("while changes cannot be saved", () => {
  it("everybody is told, nothing is acknowledged, and all of it is saved afterwards", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    const two = await sync.open(author, specId);
    await Promise.all([one.saved(), two.saved()]);
    sync.faults.break("append");
    one.type(1, "Not yet. ");
    const notSaving = { saving: false, words: expect.stringContaining("kept on this device") };
    const isNot = ({ saving }: { saving: boolean }) => !saving;
    expect(await one.hears("status", isNot)).toMatchObject(notSaving);
    expect(await two.hears("status", isNot)).toMatchObject(notSaving);
    expect(one.state).toBe("sending");
    one.type(1, "Nor this. ");
    two.type(0, "Nor mine: ");
    expect(two.text()).not.toContain("Not yet.");
    sync.faults.heal();
    await Promise.all([one.saved(), two.saved()]);
    await Promise.all([two.shows("Nor this. Not yet. "), one.shows("Nor mine: ")]);
    const { document } = await getDraftMoment(db(), specId);
    expect(JSON.stringify(document.content)).toContain("Nor this. Not yet. Say");
    expect(one.messages.at(-1)?.type === "status" || one.state === "committed").toBe(true);
  });

  it("whoever opens the draft gets nothing that could still be lost", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    await one.saved();
    sync.faults.break("append");
    one.type(1, "In the air. ");
    await one.hears("status", ({ saving }) => !saving);
    const late = await sync.open(author, specId);
    await late.hears("status", ({ saving }) => !saving);
    expect(late.text()).not.toContain("In the air.");
    sync.faults.heal();
    await late.shows("In the air. ");
  });

  it("the room is kept when everybody leaves, until what came in is saved", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    await one.saved();
    sync.faults.break("append");
    one.type(1, "Left behind. ");
    await one.hears("status", ({ saving }) => !saving);
    one.disconnect();
    sync.faults.heal();
    const late = await sync.open(author, specId);
    await late.shows("Left behind. ");
  });
});

describe("a snapshot that cannot be kept", () => {
  it("loses nothing: the log has it all", async () => {
    const { specId, author } = await aSpec();
    sync.faults.break("saveSnapshot");
    const one = await sync.open(author, specId);
    await one.saved();
    one.type(1, "Only in the log. ");
    await one.saved();
    one.disconnect();
    const late = await sync.open(author, specId);
    await late.shows("Only in the log. ");
  });
});
