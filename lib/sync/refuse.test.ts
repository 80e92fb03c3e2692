import { beforeAll, describe, expect, it, test } from "vitest";
import { archiveSpec } from "@/lib/commands/specs/archive-spec";
import { endSession } from "@/lib/commands/people/end-session";
import { db } from "@/lib/data/db";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec } from "@/lib/spec/builders";
import { member, person } from "@/lib/testing/people";
import { env } from "@/lib/env";
import { draftParts } from "@/lib/draft/draft-parts";
import { headersOf, newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

const sync = useSync();

let specId: string;
let author: Actor;
beforeAll(async () => {
  ({ specId, author } = await newSpec(spec(clause("honest", "Be honest", "Say what is true."))));
});

describe("before anything is opened", () => {
  const refused = async (more: Parameters<typeof sync.open>[2], who = author, id = specId) => {
    sync.faults.calls.length = 0;
    const editor = await sync.open(who, id, more);
    await editor.refused();
    expect(sync.faults.calls).not.toContain("load");
    expect(editor.text()).toBe("");
    return editor.refusedWith;
  };

  it("nobody comes in without a session", async () => {
    expect(await refused({ headers: { origin: env().APP_URL } })).toBe(401);
  });

  it("nobody comes in with a session that has ended", async () => {
    const headers = await headersOf(author);
    const { id } = await db().session.findFirstOrThrow({
      where: { userId: author.id },
      orderBy: { id: "desc" },
    });
    await endSession(author, { sessionId: id }, new Date());
    expect(await refused({ headers })).toBe(401);
  });

  it("nobody comes in who is no member, and it looks as if there were no spec", async () => {
    expect(await refused({}, await person())).toBe(404);
    expect(await refused({}, author, author.id)).toBe(404);
    expect(await refused({}, author, "..%2f..")).toBe(404);
  });

  test.each([
    undefined,
    "null",
    "http://localhost",
    "http://localhost:3301",
    "https://localhost:3300",
    "http://localhost:3300.evil.example",
    "http://evil.example:3300",
    "http://sub.localhost:3300",
    "http://127.0.0.1:3300",
    "http://localhost:3300/",
    "HTTP://LOCALHOST:3300",
    "file://",
  ])("no page of another origin may connect: %s", async (origin) => {
    const { cookie = "" } = await headersOf(author);
    expect(await refused({ headers: { cookie, ...(origin ? { origin } : {}) } })).toBe(403);
  });
});

describe("a page from before an update", () => {
  it.each([
    ["another version of the program", { version: "0000000000000000" }, "version"],
    ["another epoch of the draft", { epoch: 2 }, "epoch"],
  ])("%s is told to reload, and nothing is synced", async (_, more, because) => {
    const editor = await sync.open(author, specId, more);
    // It would delete everything: the old binding does not know the text.
    draftParts(editor.ydoc).meta.set("title", "Old page");
    expect(await editor.hears("reload")).toMatchObject({ because });
    await editor.closed(4409);
    expect(editor.provider.synced).toBe(false);
    const current = await sync.open(author, specId);
    await current.saved();
    expect(draftParts(current.ydoc).meta.get("title")).not.toBe("Old page");
  });
});

describe("a person who may only read", () => {
  it("gets all updates and is never asked for changes", async () => {
    const writer = await sync.open(author, specId);
    const reader = await sync.open(await member(specId, "reader"), specId);
    await Promise.all([writer.saved(), reader.saved()]);
    expect(await reader.hears("access")).toMatchObject({ canWrite: false });
    writer.type(1, "News. ");
    await reader.shows("News. ");
  });

  it("who writes anyway is refused, sent away and recorded; nobody sees it", async () => {
    const writer = await sync.open(author, specId);
    const who = await member(specId, "commenter");
    const reader = await sync.open(who, specId);
    await Promise.all([writer.saved(), reader.saved()]);
    reader.type(1, "Smuggled. ");
    expect(await reader.hears("refusal")).toMatchObject({ code: "read-only" });
    await reader.closed(4403);
    writer.type(1, "After. ");
    await writer.saved();
    expect(writer.text()).not.toContain("Smuggled.");
    await expect
      .poll(() =>
        db().auditEvent.count({ where: { kind: "draft.write_refused", actorId: who.id } }),
      )
      .toBe(1);
  });

  it("is anybody once the spec is archived, also those who are writing", async () => {
    const fresh = await newSpec(spec(clause("kind", "Be kind", "Help.")));
    const writer = await sync.open(fresh.author, fresh.specId);
    await writer.saved();
    await archiveSpec(fresh.author, { specId: fresh.specId }, new Date());
    await writer.hears("access", ({ canWrite }) => !canWrite);
  });
});
