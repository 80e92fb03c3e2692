import * as Y from "yjs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getComparedText } from "@/lib/data/compared-texts";
import { getDraftMoment, openStoredDraft } from "@/lib/data/draft-document";
import { appendUpdates, getStoredDraft } from "@/lib/data/draft-log";
import { getRevisionDocument } from "@/lib/data/revision-documents";
import { getRevision, listContributors, listRevisions } from "@/lib/data/revisions";
import { transaction } from "@/lib/data/transaction";
import { draftParts } from "@/lib/draft/draft-parts";
import { touchedSections } from "@/lib/draft/touched-sections";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec as specOf } from "@/lib/spec/builders";
import { canonicalHash } from "@/lib/spec/canonical-json";
import { useDatabase } from "@/lib/testing/database";
import { member, person } from "@/lib/testing/people";
import { changeDraft } from "./change-draft";
import { CreateSpec, createSpec } from "../specs/create-spec";
import { CutCandidate, cutCandidate } from "../review/cut-candidate";
import { makeDueRevisions } from "./make-due-revisions";
import { makeRevision } from "./make-revision";
import { nameRevision } from "./name-revision";
import { restoreRevision } from "./restore-revision";

useDatabase();

let author: Actor;
let specId: string;
let count = 0;

beforeAll(async () => {
  author = await person({ specCreator: true, name: "Ana" });
});

beforeEach(async () => {
  count += 1;
  const input = CreateSpec.parse({ title: "Revisions", slug: `revisions-${count}` });
  specId = (await createSpec(author, input)).id;
});

const a = (words = "Say what is true.") => clause("honest", "Be honest", words);
const b = (words = "Say it kindly.") => clause("kind", "Be kind", words);

/** Sections in the order given, with identities that do not depend on it. */
const write = (by: Actor, ...parts: Parameters<typeof specOf>) =>
  transaction((tx) =>
    changeDraft(tx, { specId, authorId: by.id, origin: "import" }, (document) => ({
      ...document,
      content: parts.flatMap((part) =>
        specOf(part).content.map((block, index) => ({
          ...block,
          attrs: { ...block.attrs, uid: `${uidOf(part)}${index}` },
        })),
      ) as typeof document.content,
    })),
  );
const uidOf = (part: unknown) => (part as { attrs: { id: string } }[])[0]!.attrs.id;

const keep = (kind: "pause" | "candidate" = "pause") =>
  transaction((tx) => makeRevision(tx, { specId, kind, byId: null }));

const texts = async () => {
  const { document } = await getDraftMoment(db(), specId);
  return JSON.stringify(document.content);
};

/** Somebody types at the beginning of the paragraph of a section. */
async function type(by: Actor, block: number, words: string) {
  const stored = await getStoredDraft(db(), specId);
  const ydoc = openStoredDraft(stored);
  const before = Y.encodeStateVector(ydoc);
  const touched = touchedSections(ydoc, () => {
    const paragraph = draftParts(ydoc).content.get(block) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).insert(0, words);
  });
  const update = Y.encodeStateAsUpdate(ydoc, before);
  await transaction((tx) =>
    appendUpdates(tx, specId, [{ update, authorId: by.id, origin: "edit", touched }]),
  );
}

describe("making a revision", () => {
  it("keeps the text, who wrote it and what changed", async () => {
    await write(author, a());
    await keep();
    await type(author, 1, "Always ");
    const made = await keep();
    expect(made).toMatchObject({ number: 2, isNew: true });
    const view = await getRevision(author, specId, 2);
    expect(view.contributors).toEqual([{ id: author.id, name: "Ana" }]);
    expect(view.sections).toMatchObject([
      { sectionId: "honest", fate: "edited", title: "Be honest" },
    ]);
    expect(view.summary).toBe("1 clause edited");
    const { document } = await getDraftMoment(db(), specId);
    expect(await getRevisionDocument(db(), specId, 2)).toEqual(document);
    expect(view.documentHash).toBe(await canonicalHash(document));
  });

  it("makes none while nothing is written", async () => {
    expect(await keep()).toBeNull();
    expect(await listRevisions(author, specId, { take: 9 })).toEqual([]);
  });

  it("makes none without a change, even when the log went on", async () => {
    await write(author, a());
    await keep();
    await type(author, 1, "x");
    await write(author, a());
    expect(await keep()).toMatchObject({ number: 1, isNew: false });
    expect(await makeDueRevisions({ quietForMs: 0, atLeastEveryMs: 0 })).toBe(0);
  });

  it("costs only the sections that changed", async () => {
    await write(author, a(), b());
    await keep();
    const parts = () => db().revisionPart.count({ where: { specId } });
    const before = await parts();
    await type(author, 3, "Always ");
    await keep();
    expect((await parts()) - before).toBe(1);
  });

  it("is told apart: added, moved, removed", async () => {
    await write(author, a(), b());
    await keep();
    await write(author, b(), a(), clause("brief", "Be brief", "Short."));
    await keep();
    await write(author, b());
    await keep();
    const fates = (number: number) =>
      getRevision(author, specId, number).then(({ sections }) =>
        Object.fromEntries(sections.map(({ sectionId, fate }) => [sectionId, fate])),
      );
    const second = await fates(2);
    expect(second["brief"]).toBe("added");
    expect(Object.values(second).filter((fate) => fate === "moved")).toHaveLength(1);
    expect(await fates(3)).toEqual({ honest: "removed", brief: "removed" });
  });

  it("is one, whoever asks at the same time", async () => {
    await write(author, a());
    const made = await Promise.all(Array.from({ length: 6 }, () => keep()));
    expect(made.filter((each) => each?.isNew)).toHaveLength(1);
    expect(new Set(made.map((each) => each?.number))).toEqual(new Set([1]));
  });

  it("goes on with a stretch of the same people, and not of others", async () => {
    const ben = await person({ name: "Ben" });
    await write(author, a(), b());
    await keep();
    for (const words of ["One. ", "Two. "]) {
      await type(author, 1, words);
      await keep();
    }
    await type(ben, 3, "Three. ");
    await keep();
    const runs = (await listRevisions(author, specId, { take: 9 })).map(({ number, runBase }) => [
      number,
      runBase,
    ]);
    expect(runs).toEqual([
      [4, 3],
      [3, 1],
      [2, 1],
      [1, 0],
    ]);
  });

  it.each(["Revision", "RevisionPart", "RevisionContributor", "RevisionSection", "RevisionName"])(
    "is for ever: rows of %s are neither changed nor deleted",
    async (table) => {
      await expect(db().$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow();
    },
  );
});

describe("when people pause", () => {
  it("drafts are kept once, by whichever process comes first", async () => {
    await write(author, a());
    const now = { quietForMs: 0, atLeastEveryMs: 60_000 };
    await Promise.all([makeDueRevisions(now), makeDueRevisions(now), makeDueRevisions(now)]);
    expect(await listRevisions(author, specId, { take: 9 })).toHaveLength(1);
    expect(await makeDueRevisions(now)).toBe(0);
  });

  it("drafts that are being written wait, but not for ever", async () => {
    await write(author, a());
    const later = 3_600_000;
    await makeDueRevisions({ quietForMs: later, atLeastEveryMs: later });
    expect(await listRevisions(author, specId, { take: 9 })).toHaveLength(0);
    await makeDueRevisions({ quietForMs: later, atLeastEveryMs: 0 });
    expect(await listRevisions(author, specId, { take: 9 })).toHaveLength(1);
  });
});

describe("listing", () => {
  it("filters by section and by person", async () => {
    const ben = await person({ name: "Ben" });
    await write(author, a(), b());
    await keep();
    await type(ben, 3, "Always ");
    await keep();
    const numbers = (filter: { section?: string; person?: string }) =>
      listRevisions(author, specId, { take: 9, ...filter }).then((all) =>
        all.map(({ number }) => number),
      );
    expect(await numbers({ section: "kind0" })).toEqual([2, 1]);
    expect(await numbers({ section: "honest0" })).toEqual([1]);
    expect(await numbers({ person: ben.id })).toEqual([2]);
    expect((await listContributors(author, specId)).map(({ name }) => name)).toEqual([
      "Ana",
      "Ben",
    ]);
  });

  it("is not for people outside", async () => {
    const outsider = await person();
    await expect(listRevisions(outsider, specId, { take: 1 })).rejects.toThrow(NotFound);
    await expect(getRevision(outsider, specId, 1)).rejects.toThrow(NotFound);
    await expect(listContributors(outsider, specId)).rejects.toThrow(NotFound);
  });
});

describe("naming", () => {
  it("keeps the draft as it is now under a name, and can be corrected", async () => {
    await write(author, a());
    expect(await nameRevision(author, { specId, number: null, name: "First reading" })).toEqual({
      number: 1,
    });
    await nameRevision(author, { specId, number: 1, name: "Reading" });
    expect(await getRevision(author, specId, 1)).toMatchObject({ name: "Reading", kind: "start" });
  });

  it("refuses an empty draft in words", async () => {
    await expect(nameRevision(author, { specId, number: null, name: "Nothing" })).rejects.toThrow(
      Conflict,
    );
  });

  it.each(["reader", "commenter"] as const)("is not for a %s", async (role) => {
    await write(author, a());
    const who = await member(specId, role);
    const input = { specId, number: null, name: "Mine" };
    await expect(nameRevision(who, input)).rejects.toThrow(Forbidden);
  });
});

describe("restoring", () => {
  const restore = (who: Actor, section: string | null, seenSeq: bigint) =>
    restoreRevision(who, { specId, number: 1, section, seenSeq: String(seenSeq) });
  const head = async () => (await getDraftMoment(db(), specId)).headSeq;

  beforeEach(async () => {
    await write(author, a(), b());
    await keep();
    await write(author, a("Otherwise."), b("Otherwise too."));
  });

  it("gives the earlier text again, and keeps the one before it", async () => {
    expect(await restore(author, null, await head())).toEqual({ number: 3, kept: 0 });
    expect(await texts()).toContain("Say what is true.");
    const revisions = await listRevisions(author, specId, { take: 9 });
    expect(revisions.map(({ kind }) => kind)).toEqual(["restore", "pause", "start"]);
    expect(JSON.stringify(await getRevisionDocument(db(), specId, 2))).toContain("Otherwise.");
    const [update] = await db().draftUpdate.findMany({
      where: { specId },
      orderBy: { seq: "desc" },
    });
    expect(update).toMatchObject({ origin: "restore", authorId: author.id });
  });

  it("restores one section and leaves the rest", async () => {
    await restore(author, "honest0", await head());
    expect(await texts()).toContain("Say what is true.");
    expect(await texts()).toContain("Otherwise too.");
  });

  it("leaves alone what somebody wrote after the preview", async () => {
    const seen = await head();
    await type(author, 3, "Just now. ");
    expect(await restore(author, null, seen)).toMatchObject({ kept: 1 });
    expect(await texts()).toContain("Say what is true.");
    expect(await texts()).toContain("Just now. Otherwise too.");
  });

  it("refuses one section that somebody changed after the preview", async () => {
    const seen = await head();
    await type(author, 1, "Just now. ");
    await expect(restore(author, "honest0", seen)).rejects.toThrow(Conflict);
    expect(await texts()).toContain("Just now. Otherwise.");
  });

  it("changes nothing when nothing differs", async () => {
    await restore(author, null, await head());
    expect(await restore(author, null, await head())).toEqual({ number: null, kept: 0 });
  });

  it.each(["reader", "commenter"] as const)("is not for a %s", async (role) => {
    const who = await member(specId, role);
    await expect(restore(who, null, await head())).rejects.toThrow(Forbidden);
  });

  it("is not for people outside", async () => {
    await expect(restore(await person(), null, await head())).rejects.toThrow(NotFound);
  });
});

describe("a candidate", () => {
  it("stands in the timeline, also when its text was kept before", async () => {
    await write(author, a());
    await keep();
    const input = { specId, label: "2030-01", changelog: "First." };
    const { number } = await cutCandidate(author, CutCandidate.parse(input));
    await write(author, a("Say what is true, always."));
    const next = await cutCandidate(author, CutCandidate.parse(input));
    const told = await listRevisions(author, specId, { take: 10 });
    expect(told.map(({ kind, name }) => [kind, name])).toEqual([
      ["candidate", `Candidate ${next.number} for 2030-01`],
      ["start", `Candidate ${number} for 2030-01`],
    ]);
    expect(told[0]!.createdBy?.name).toBe("Ana");
  });
});

describe("texts to compare", () => {
  it("are for members", async () => {
    await write(author, a());
    const outsider = await person();
    const draft = { kind: "draft" } as const;
    expect((await getComparedText(author, specId, draft)).label).toBe("Draft");
    await expect(getComparedText(outsider, specId, draft)).rejects.toThrow(NotFound);
  });
});
