import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { appendUpdates, listUpdates } from "@/lib/data/draft-log";
import { getRelease, getStoredDocument, listReleases } from "@/lib/data/releases";
import { transaction } from "@/lib/data/transaction";
import { Conflict, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec as specOf } from "@/lib/spec/builders";
import { canonicalHash } from "@/lib/spec/canonical-json";
import { useDatabase } from "@/lib/testing/database";
import { person } from "@/lib/testing/people";
import { changeDraft } from "./change-draft";
import { CreateSpec, createSpec } from "../specs/create-spec";
import { recordRelease, type NewRelease } from "../review/record-release";

useDatabase();

let author: Actor;
let specId: string;
let count = 0;
beforeAll(async () => {
  author = await person({ specCreator: true });
});

async function newSpec(): Promise<string> {
  count += 1;
  const input = CreateSpec.parse({ title: "Drafts", slug: `drafts-${count}` });
  return (await createSpec(author, input)).id;
}

const write = (...parts: Parameters<typeof specOf>) =>
  transaction((tx) =>
    changeDraft(tx, { specId, authorId: author.id, origin: "import" }, (document) => ({
      ...document,
      content: specOf(...parts).content,
    })),
  );

describe("a draft", () => {
  beforeAll(async () => {
    specId = await newSpec();
  });

  it("is there, and empty, once the spec is", async () => {
    const { document, headSeq } = await getDraftMoment(db(), specId);
    expect(document.content).toEqual([]);
    expect(document.levels.map(({ key }) => key)).toContain("root");
    expect(headSeq).toBe(1n);
  });

  it("changes from the server, with the author and the sections in its log", async () => {
    expect(await write(clause("honest", "Be honest", "Say what is true."))).toBe(2n);
    const { document } = await getDraftMoment(db(), specId);
    expect(document.content).toHaveLength(2);
    const row = await db().draftUpdate.findUniqueOrThrow({
      where: { specId_seq: { specId, seq: 2n } },
    });
    expect(row).toMatchObject({ authorId: author.id, origin: "import" });
    expect(row.touched).toEqual([document.content[0]?.attrs.uid]);
  });

  it("writes nothing when nothing changes", async () => {
    expect(await write(clause("honest", "Be honest", "Say what is true."))).toBe(2n);
  });

  it("numbers updates without a gap, whoever appends at the same time", async () => {
    const id = await newSpec();
    const entry = { update: new Uint8Array([0, 0]), authorId: author.id, touched: [] };
    await Promise.all(
      Array.from({ length: 20 }, () =>
        transaction((tx) => appendUpdates(tx, id, [{ ...entry, origin: "edit" as const }])),
      ),
    );
    const rows = await listUpdates(db(), id, 0n, 100n, 1);
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
  });

  it("is refused, and never empty, for a spec that has none", async () => {
    await expect(getDraftMoment(db(), author.id)).rejects.toThrow(NotFound);
  });
});

describe("recordRelease", () => {
  const release = (label: string, more: Partial<NewRelease> = {}) =>
    transaction((tx) =>
      recordRelease(tx, {
        specId,
        label,
        document: specOf(clause("honest", "Be honest", label)),
        changelog: "First.",
        origin: "imported",
        publishedById: author.id,
        publishedAt: new Date("2026-03-10T00:00:00Z"),
        ...more,
      }),
    );

  beforeAll(async () => {
    specId = await newSpec();
  });

  it("numbers releases, and each names the one before", async () => {
    const first = await release("2026-03-10");
    await release("2026-07-21");
    const [newest, oldest] = await listReleases(db(), specId);
    expect(newest).toMatchObject({ number: 2, label: "2026-07-21", baseId: first.id });
    expect(oldest).toMatchObject({ number: 1, baseId: null });
  });

  it("keeps the document under its hash", async () => {
    const { documentHash } = await getRelease(db(), specId, "2026-03-10");
    const document = await getStoredDocument(db(), documentHash);
    expect(await canonicalHash(document)).toBe(documentHash);
  });

  it("refuses a label that is taken", async () => {
    await expect(release("2026-03-10")).rejects.toThrow(Conflict);
  });

  it("gives one of many that publish at once each number", async () => {
    const done = await Promise.all(Array.from({ length: 8 }, (_, i) => release(`1.${i}.0`)));
    expect(done.map(({ number }) => number).sort((a, b) => a - b)).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it.each(["Release", "StoredDocument", "DraftUpdate"])(
    "is for ever: rows of %s are neither changed nor deleted",
    async (table) => {
      await expect(db().$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow();
      const column = table === "DraftUpdate" ? "origin" : table === "Release" ? "label" : "schema";
      await expect(
        db().$executeRawUnsafe(`UPDATE "${table}" SET ${column} = 'x'`),
      ).rejects.toThrow();
    },
  );
});
