import { describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getDraftMoment, openStoredDraft } from "@/lib/data/draft-document";
import { getStoredDraft, listUpdates } from "@/lib/data/draft-log";
import { readDraft } from "@/lib/draft/read-draft";
import { clause, spec } from "@/lib/spec/builders";
import { canonicalHash, canonicalJson } from "@/lib/spec/canonical-json";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

const sync = useSync({ snapshots: { every: 10 } });
const aSpec = () => newSpec(spec(clause("honest", "Be honest", "Say what is true.")));
const snapshotsOf = (specId: string) =>
  db().draftSnapshot.findMany({ where: { specId }, orderBy: { seq: "asc" } });

describe("when the last one leaves", () => {
  it("a snapshot is kept, and the next opening finds the same text", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    await one.saved();
    one.type(1, "Kept. ");
    await one.saved();
    const { headSeq } = await getDraftMoment(db(), specId);
    one.disconnect();
    await expect.poll(async () => (await snapshotsOf(specId)).at(-1)?.seq).toBe(headSeq);
    const two = await sync.open(author, specId);
    await two.saved();
    expect(two.canonical()).toBe(one.canonical());
  });

  it("and somebody comes back during the save, they are in the same text", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    await one.saved();
    one.type(1, "Before. ");
    await one.saved();
    const release = sync.faults.hold("saveSnapshot");
    one.disconnect();
    const two = await sync.open(author, specId);
    await two.saved();
    two.type(1, "During. ");
    await two.saved();
    release();
    const three = await sync.open(author, specId);
    await Promise.all([three.shows("During. Before. "), three.saved()]);
    two.type(1, "After. ");
    await three.shows("After. During. Before. ");
  });
});

describe("snapshots while people write", () => {
  it("are kept every so many updates, and any moment can be rebuilt from them and the log", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    await one.saved();
    const texts = new Map<bigint, string>();
    for (let n = 0; n < 25; n += 1) {
      one.type(1, `${n} `);
      await one.saved();
      texts.set((await getStoredDraft(db(), specId)).headSeq, one.canonical());
    }
    one.disconnect();
    for (const [seq, text] of texts) {
      const snapshot = await db().draftSnapshot.findFirst({
        where: { specId, seq: { lte: seq } },
        orderBy: { seq: "desc" },
      });
      const rows = await listUpdates(db(), specId, snapshot?.seq ?? 0n, seq, 1);
      const ydoc = openStoredDraft({
        epoch: 1,
        version: "",
        headSeq: seq,
        snapshot: snapshot?.state ?? null,
        updates: rows.map(({ update }) => update),
      });
      expect(canonicalJson(readDraft(ydoc, []).content)).toBe(text);
    }
  });
});

describe("starting again", () => {
  it("ten times without an edit changes nothing", async () => {
    const { specId, author } = await aSpec();
    const before = await getDraftMoment(db(), specId);
    for (let round = 0; round < 10; round += 1) {
      const editor = await sync.open(author, specId);
      await editor.saved();
      editor.close = () => undefined;
      editor.provider.destroy();
      await sync.restart();
    }
    const after = await getDraftMoment(db(), specId);
    expect(await canonicalHash(after.document)).toBe(await canonicalHash(before.document));
    expect(after.headSeq).toBe(before.headSeq);
  });
});
