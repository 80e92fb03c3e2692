import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec } from "@/lib/spec/builders";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { useDatabase } from "@/lib/testing/database";
import { member } from "@/lib/testing/people";
import { useSettings } from "@/lib/testing/settings";
import { Editor } from "./testing/editor";
import { headersOf, newSpec, startSyncServer, type SyncServer } from "./testing/sync-server";

useSettings();
useDatabase();

let server: SyncServer;
let specId: string;
let author: Actor;
const editors: Editor[] = [];
beforeAll(async () => {
  server = await startSyncServer();
  ({ specId, author } = await newSpec(spec(clause("honest", "Be honest", "Say what is true."))));
});
afterEach(() => editors.splice(0).forEach((editor) => editor.close()));
afterAll(() => server.stop());

async function open(who: Actor, more: { epoch?: number; version?: string } = {}) {
  const editor = new Editor({
    address: server.address,
    specId,
    headers: await headersOf(who),
    ...more,
  });
  editors.push(editor);
  return editor.connect();
}

describe("somebody who opens a draft", () => {
  it("gets the text, who is there, and what they may do", async () => {
    const editor = await open(author);
    await editor.shows("Say what is true.");
    expect(await editor.hears("access")).toMatchObject({ canWrite: true, personId: author.id });
    const { people } = await editor.hears("people");
    expect(people).toMatchObject([{ id: author.id, canWrite: true }]);
    expect(await editor.hears("status")).toMatchObject({ saving: true });
  });

  it("types, and sees it saved once it is in the database, with the author and the section", async () => {
    const editor = await open(author);
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
    const [one, two] = [await open(author), await open(await member(specId, "editor"))];
    await Promise.all([one.saved(), two.saved()]);
    one.type(1, "Typed by one. ");
    two.type(0, "Typed by two: ");
    await Promise.all([one.shows("Typed by two: "), two.shows("Typed by one. ")]);
    await Promise.all([one.saved(), two.saved()]);
    expect(one.canonical()).toBe(two.canonical());
  });
});
