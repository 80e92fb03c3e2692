import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec } from "@/lib/spec/builders";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { member } from "@/lib/testing/people";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

// QUALITY F13; `npm run soak -- opening` has more rounds.
const RACES = Number(process.env.SOAK_RACES ?? 1);

const sync = useSync();

let specId: string;
let author: Actor;
beforeAll(async () => {
  ({ specId, author } = await newSpec(spec(clause("honest", "Be honest", "Say what is true."))));
});

describe("somebody who opens a draft", () => {
  it("gets the text, who is there, and what they may do", async () => {
    const editor = await sync.open(author, specId);
    await editor.shows("Say what is true.");
    expect(await editor.hears("access")).toMatchObject({ canWrite: true, personId: author.id });
    const { people } = await editor.hears("people");
    expect(people).toMatchObject([{ id: author.id, canWrite: true }]);
    expect(await editor.hears("status")).toMatchObject({ saving: true });
  });

  it("types, and sees it saved once it is in the database, with the author and the section", async () => {
    const editor = await sync.open(author, specId);
    await editor.saved();
    editor.type(1, "Always. ");
    expect(editor.state).toBe("sending");
    await editor.saved();
    const { document, headSeq } = await getDraftMoment(db(), specId);
    expect(canonicalJson(document.content)).toBe(editor.canonical());
    const row = await db().draftUpdate.findUniqueOrThrow({
      where: { specId_seq: { specId, seq: headSeq } },
    });
    expect(row).toMatchObject({ authorId: author.id, origin: "edit" });
    expect(row.touched).toEqual([document.content[0]?.attrs.uid]);
  });

  it("sees what others type", async () => {
    const one = await sync.open(author, specId);
    const two = await sync.open(await member(specId, "editor"), specId);
    await Promise.all([one.saved(), two.saved()]);
    one.type(1, "Typed by one. ");
    two.type(0, "Typed by two: ");
    await Promise.all([one.shows("Typed by two: "), two.shows("Typed by one. ")]);
    await Promise.all([one.saved(), two.saved()]);
    expect(one.canonical()).toBe(two.canonical());
  });
});

describe("the draft is loaded once", () => {
  it("for twenty who open it at the same moment, and exactly one text is there", async () => {
    for (let round = 0; round < RACES; round += 1) {
      const fresh = await newSpec(spec(clause("kind", "Be kind", "Help where you can.")));
      sync.faults.calls.length = 0;
      const openers = await Promise.all(
        Array.from({ length: 20 }, () => sync.open(fresh.author, fresh.specId)),
      );
      await Promise.all(openers.map((editor) => editor.saved()));
      expect(sync.faults.calls.filter((name) => name === "load")).toHaveLength(1);
      for (const editor of openers) {
        expect(editor.text().match(/Help where you can/g)).toHaveLength(1);
        editor.disconnect();
      }
    }
  });

  it("and whoever asks before it is there gets no empty document", async () => {
    const fresh = await newSpec(spec(clause("kind", "Be kind", "Help where you can.")));
    const release = sync.faults.hold("load");
    const editor = await sync.open(fresh.author, fresh.specId);
    await editor.when(() => editor.provider.wsconnected);
    expect(editor.provider.synced).toBe(false);
    release();
    await editor.synced();
    expect(editor.text()).toContain("Help where you can.");
  });
});

describe("a draft that cannot be loaded", () => {
  it("is refused in words, never shown empty, and opens once it can", async () => {
    const fresh = await newSpec(spec(clause("kind", "Be kind", "Help where you can.")));
    sync.faults.break("load");
    const editor = await sync.open(fresh.author, fresh.specId);
    expect(await editor.hears("refusal")).toMatchObject({ code: "cannot-open" });
    await editor.closed(1011);
    expect(editor.provider.synced).toBe(false);
    // What is typed meanwhile is kept, and nothing is written without the old text.
    sync.faults.heal();
    await editor.saved();
    expect(editor.text()).toContain("Help where you can.");
    expect((await getDraftMoment(db(), fresh.specId)).headSeq).toBe(2n);
  });
});
