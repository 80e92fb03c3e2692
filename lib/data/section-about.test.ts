import { beforeAll, describe, expect, it } from "vitest";
import { changeDraft } from "@/lib/commands/draft/change-draft";
import { CreateSpec, createSpec } from "@/lib/commands/specs/create-spec";
import { makeRevision } from "@/lib/commands/draft/make-revision";
import { NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec as specOf } from "@/lib/spec/builders";
import { useDatabase } from "@/lib/testing/database";
import { member, person } from "@/lib/testing/people";
import { getSectionAbout } from "./section-about";
import { transaction } from "./transaction";

useDatabase();

let author: Actor;
let other: Actor;
let reader: Actor;
let specId: string;
beforeAll(async () => {
  author = await person({ specCreator: true });
  const input = CreateSpec.parse({ title: "About", slug: "known" });
  specId = (await createSpec(author, input)).id;
  other = await member(specId, "editor");
  reader = await member(specId, "reader");
});

const text = (words: string) => specOf(clause("a", "A", words), clause("b", "B", "Two."));
const [uid] = text("").content.flatMap((block) =>
  block.type === "heading" && block.attrs.id === "a" ? [block.attrs.uid ?? ""] : [],
);

const write = (by: Actor, words: string) =>
  transaction((tx) =>
    changeDraft(tx, { specId, authorId: by.id, origin: "merge" }, (before) => ({
      ...before,
      content: text(words).content,
    })),
  );

describe("what is known about a section", () => {
  it("names who wrote in it, in revisions and since, the last one first", async () => {
    await write(author, "One.");
    await transaction((tx) => makeRevision(tx, { specId, kind: "pause", byId: null }));
    await write(other, "One, changed.");
    const { writers, review, levels } = await getSectionAbout(author, "known", uid!);
    expect(writers.map(({ person: { id } }) => id)).toEqual([other.id, author.id]);
    expect(review).toBeNull();
    expect(levels.map(({ key }) => key)).toContain("root");
  });

  it("is for members, and feedback for those who see the inbox", async () => {
    expect((await getSectionAbout(author, "known", uid!)).feedback).toEqual([]);
    expect((await getSectionAbout(reader, "known", uid!)).feedback).toBeNull();
    const outsider = await person();
    await expect(getSectionAbout(outsider, "known", uid!)).rejects.toThrow(NotFound);
  });
});
