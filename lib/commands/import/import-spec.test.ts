import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { findDraftSource, getDraftMoment } from "@/lib/data/draft-document";
import { findReleaseSource, getStoredDocument, listReleases } from "@/lib/data/releases";
import { getUpload } from "@/lib/data/uploads";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { transaction } from "@/lib/data/transaction";
import { print } from "@/lib/markdown/print";
import type { Actor } from "@/lib/policy/actor";
import type { Role } from "@/lib/policy/role";
import { specDocument } from "@/lib/spec/document";
import { sectionTree } from "@/lib/spec/section-tree";
import { useDatabase } from "@/lib/testing/database";
import { member, person } from "@/lib/testing/people";
import { confirmImport, ConfirmImport } from "./confirm-import";
import { discardUpload } from "./discard-upload";
import { forgetUploads } from "./forget-uploads";
import { recordRelease } from "../review/record-release";
import { stageImport } from "./stage-import";

useDatabase();

const FIRST = `# Manners {#manners}

## Be honest {#honest authority=platform}

Say  what is true.

## Be short {#short authority=guideline}

Use few words.`;
const SECOND = FIRST.replace("{#short ", "{#brief ").replace("platform", "root");
const NOW = new Date("2026-11-20T12:00:00Z");

let author: Actor;
let count = 0;
beforeAll(async () => {
  author = await person({ specCreator: true });
});

const zip = (files: Record<string, string>) =>
  Uint8Array.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
  );
const HISTORY = zip({
  "2026-01-10/spec.md": FIRST,
  "2026-01-10/commit.json": JSON.stringify({ date: "2026-01-10T09:00:00Z", message: "Begin" }),
  "2026-03-05/spec.md": SECOND,
});

function stage(
  actor: Actor,
  bytes: Uint8Array<ArrayBuffer> | string,
  specId: string | null = null,
) {
  const content = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  const name = typeof bytes === "string" ? "spec.md" : "history.zip";
  return stageImport(actor, { name, specId }, content, NOW);
}

const newSpec = () => ({ kind: "new" as const, title: "Manners", slug: `manners-${(count += 1)}` });
const asReleases = [
  { index: 0, label: "2026-01-10", publishedAt: "2026-01-10T09:00:00Z" },
  { index: 1, label: "2026-03-05", publishedAt: "2026-03-05T00:00:00Z" },
];

const confirm = (actor: Actor, input: unknown, at = NOW) =>
  confirmImport(actor, ConfirmImport.parse(input), at);

async function importNew(bytes: Uint8Array<ArrayBuffer> | string, releases: object[] = []) {
  const { id: uploadId } = await stage(author, bytes);
  return confirm(author, { uploadId, target: newSpec(), releases });
}

const rowsWritten = async () => ({
  specs: await db().spec.count(),
  releases: await db().release.count(),
  updates: await db().draftUpdate.count(),
  events: await db().auditEvent.count(),
});

describe("an import as a new spec", () => {
  it("gives a draft whose export is the same bytes, and its importer as its author", async () => {
    const { specId } = await importNew(FIRST);
    const { document } = await getDraftMoment(db(), specId);
    const source = await findDraftSource(db(), specId);
    expect(print(document, source!)).toEqual({ "spec.md": FIRST });
    const update = await db().draftUpdate.findFirstOrThrow({
      where: { specId, origin: "import" },
    });
    expect(update.authorId).toBe(author.id);
    expect(update.touched.length).toBeGreaterThan(0);
    expect(await listReleases(db(), specId)).toEqual([]);
  });

  it("has the levels of its text", async () => {
    const { specId } = await importNew(FIRST);
    const levels = await db().authorityLevel.findMany({
      where: { specId },
      orderBy: { rank: "asc" },
      select: { key: true, description: true },
    });
    expect(levels.map(({ key }) => key)).toEqual(["platform", "developer", "user", "guideline"]);
    expect(levels.every(({ description }) => description !== "")).toBe(true);
  });

  it("takes several versions over as releases with their days, words and bytes", async () => {
    const { specId, releases } = await importNew(HISTORY, asReleases);
    expect(releases).toBe(2);
    const [newest, oldest] = await listReleases(db(), specId);
    expect(oldest).toMatchObject({
      label: "2026-01-10",
      origin: "imported",
      changelog: "Begin",
      publishedAt: new Date("2026-01-10T09:00:00Z"),
    });
    expect(newest).toMatchObject({ label: "2026-03-05", baseId: oldest!.id });
    for (const [release, text] of [
      [oldest!, FIRST],
      [newest!, SECOND],
    ] as const) {
      const document = await getStoredDocument(db(), release.documentHash);
      const source = await findReleaseSource(db(), release.id);
      expect(print(document, source!)).toEqual({ "spec.md": text });
    }
  });

  it("carries identities from release to release and into the draft", async () => {
    const { specId } = await importNew(HISTORY, asReleases);
    const [newest, oldest] = await listReleases(db(), specId);
    const [now, then] = await Promise.all(
      [newest!, oldest!].map(({ documentHash }) => getStoredDocument(db(), documentHash)),
    );
    const { document: draft } = await getDraftMoment(db(), specId);
    const uid = (of: typeof now, id: string) => sectionTree(of!.content).byId.get(id)?.uid;
    expect(uid(now, "brief")).toBe(uid(then, "short"));
    expect(draft.content).toEqual(now!.content);
    expect(draft.ledger).toEqual([
      { kind: "renamed", from: "short", to: "brief", release: "2026-03-05", revision: null },
    ]);
  });

  it.each<[string, object[], RegExp]>([
    ["labels that are equal", asReleases.map((r) => ({ ...r, label: "2026-01-10" })), /called/],
    [
      "dates that go back",
      [asReleases[0]!, { ...asReleases[1], publishedAt: "2025-01-01" }],
      /older/,
    ],
    ["releases that were not read", [{ ...asReleases[0], index: 7 }], /do not fit/],
  ])("refuses %s and writes nothing", async (_, releases, words) => {
    const { id: uploadId } = await stage(author, HISTORY);
    const before = await rowsWritten();
    await expect(confirm(author, { uploadId, target: newSpec(), releases })).rejects.toThrow(words);
    expect(await rowsWritten()).toEqual(before);
    // The upload is still there to try again.
    await expect(getUpload(db(), author, uploadId, NOW)).resolves.toBeDefined();
  });

  it("refuses an address that is taken", async () => {
    const target = newSpec();
    await confirm(author, { uploadId: (await stage(author, FIRST)).id, target });
    const again = confirm(author, { uploadId: (await stage(author, FIRST)).id, target });
    await expect(again).rejects.toThrow(Conflict);
  });
});

describe("an import into a spec that exists", () => {
  it("replaces the draft, keeps what continues, and the text before as a revision", async () => {
    const { specId } = await importNew(FIRST);
    const before = (await getDraftMoment(db(), specId)).document;
    const text = SECOND.replace("few words", "very few words");
    const { id: uploadId } = await stage(author, text, specId);
    await confirm(author, { uploadId, target: { kind: "existing", specId } });
    const after = (await getDraftMoment(db(), specId)).document;
    expect(print(after, (await findDraftSource(db(), specId))!)).toEqual({ "spec.md": text });
    expect(after.content.map(({ attrs }) => attrs.uid)).toEqual(
      before.content.map(({ attrs }) => attrs.uid),
    );
    expect(after.ledger).toMatchObject([{ kind: "renamed", from: "short", to: "brief" }]);
    expect(after.levels.map(({ key }) => key)).toContain("root");
    const revisions = await db().revision.findMany({
      where: { specId },
      orderBy: { number: "asc" },
      select: { kind: true },
    });
    expect(revisions.map(({ kind }) => kind)).toEqual(["start", "import"]);
  });

  it("adds no level for those who may not change settings", async () => {
    const { specId } = await importNew(FIRST);
    const editor = await member(specId, "editor");
    const { id: uploadId } = await stage(editor, SECOND, specId);
    const { newLevels } = await confirm(editor, { uploadId, target: { kind: "existing", specId } });
    expect(newLevels).toEqual([]);
    expect(await db().authorityLevel.count({ where: { specId, key: "root" } })).toBe(0);
  });

  it("takes no releases over once the spec publishes by itself", async () => {
    const { specId } = await importNew(FIRST);
    await transaction((tx) =>
      recordRelease(tx, {
        specId,
        label: "1.0",
        document: specDocument(),
        changelog: "",
        origin: "published",
        publishedById: author.id,
        publishedAt: new Date("2025-01-01T00:00:00Z"),
      }),
    );
    const { id: uploadId } = await stage(author, HISTORY, specId);
    const target = { kind: "existing", specId };
    const asHistory = confirm(author, { uploadId, target, releases: asReleases });
    await expect(asHistory).rejects.toThrow(/go through review/);
    await expect(confirm(author, { uploadId, target })).resolves.toMatchObject({ releases: 0 });
  });

  it.each<[Role, boolean, boolean]>([
    ["reader", false, false],
    ["commenter", false, false],
    ["editor", true, false],
    ["reviewer", true, false],
    ["publisher", true, true],
  ])("lets a %s change the draft: %s, take releases over: %s", async (role, draft, releases) => {
    const { specId } = await importNew(FIRST);
    const actor = await member(specId, role);
    const target = { kind: "existing", specId };
    const staged = stage(actor, HISTORY, specId);
    if (!draft) return expect(staged).rejects.toThrow(Forbidden);
    const { id: uploadId } = await staged;
    const asHistory = confirm(actor, { uploadId, target, releases: asReleases });
    if (releases) await asHistory;
    else await expect(asHistory).rejects.toThrow(Forbidden);
  });

  it("is not found by who is no member, and not open once archived", async () => {
    const { specId } = await importNew(FIRST);
    const outsider = await person({ specCreator: true });
    await expect(stage(outsider, FIRST, specId)).rejects.toThrow(NotFound);
    await db().spec.update({ where: { id: specId }, data: { archivedAt: new Date() } });
    await expect(stage(author, FIRST, specId)).rejects.toThrow(Forbidden);
  });
});

describe("an upload", () => {
  it("is refused to who may not create specs, before it is read", async () => {
    const nobody = await person();
    await expect(stage(nobody, "\0")).rejects.toThrow(Forbidden);
  });

  it("belongs to one person, for an hour", async () => {
    const { id: uploadId } = await stage(author, FIRST);
    const other = await person({ specCreator: true });
    await expect(getUpload(db(), other, uploadId, NOW)).rejects.toThrow(NotFound);
    const target = newSpec();
    await expect(confirm(other, { uploadId, target })).rejects.toThrow(NotFound);
    const later = new Date(NOW.getTime() + 3_600_001);
    await expect(confirm(author, { uploadId, target }, later)).rejects.toThrow(NotFound);
    expect(await forgetUploads(later)).toBeGreaterThan(0);
    expect(await db().importUpload.count({ where: { id: uploadId } })).toBe(0);
  });

  it("is gone once it was imported, or discarded", async () => {
    const imported = await stage(author, FIRST);
    await confirm(author, { uploadId: imported.id, target: newSpec() });
    const discarded = await stage(author, FIRST);
    const other = await person();
    await discardUpload(other, { uploadId: discarded.id });
    expect(await db().importUpload.count({ where: { id: discarded.id } })).toBe(1);
    await discardUpload(author, { uploadId: discarded.id });
    const ids = [imported.id, discarded.id];
    expect(await db().importUpload.count({ where: { id: { in: ids } } })).toBe(0);
  });

  it("for one spec cannot go into another", async () => {
    const { specId } = await importNew(FIRST);
    const { id: uploadId } = await stage(author, FIRST);
    const elsewhere = confirm(author, { uploadId, target: { kind: "existing", specId } });
    await expect(elsewhere).rejects.toThrow(Invalid);
  });

  it("gives way to newer ones of the same person", async () => {
    const actor = await person({ specCreator: true });
    const first = await stage(actor, FIRST);
    for (let more = 0; more < 3; more += 1) await stage(actor, FIRST);
    expect(await db().importUpload.count({ where: { userId: actor.id } })).toBe(3);
    await expect(getUpload(db(), actor, first.id, NOW)).rejects.toThrow(NotFound);
  });
});
