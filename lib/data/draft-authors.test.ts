import { beforeAll, describe, expect, it } from "vitest";
import { changeDraft } from "@/lib/commands/draft/change-draft";
import { CreateSpec, createSpec } from "@/lib/commands/specs/create-spec";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec as specOf } from "@/lib/spec/builders";
import type { SpecDocument } from "@/lib/spec/document";
import { useDatabase } from "@/lib/testing/database";
import { member, person } from "@/lib/testing/people";
import { db } from "./db";
import { listSectionAuthors } from "./draft-authors";
import { transaction } from "./transaction";

useDatabase();

let author: Actor;
let other: Actor;
let specId: string;
beforeAll(async () => {
  author = await person({ specCreator: true });
  const input = CreateSpec.parse({ title: "Authors", slug: "authors" });
  specId = (await createSpec(author, input)).id;
  other = await member(specId, "editor");
});

const write = (by: Actor | null, document: SpecDocument) =>
  transaction((tx) =>
    changeDraft(tx, { specId, authorId: by?.id ?? null, origin: "merge" }, (before) => ({
      ...before,
      content: document.content,
    })),
  );

describe("who wrote in which section", () => {
  it("is told between two places in the log, and the installation is nobody", async () => {
    const text = (a: string, b: string) => specOf(clause("a", "A", a), clause("b", "B", b));
    const uidOf = (id: string) =>
      text("", "").content.find((block) => block.type === "heading" && block.attrs.id === id)?.attrs
        .uid ?? "";
    const start = await write(author, text("One.", "Two."));
    const second = await write(other, text("One.", "Two, changed."));
    const third = await write(author, text("One, changed.", "Two, changed."));
    await write(null, text("Mended.", "Mended."));
    const authors = (after: bigint, upTo: bigint) =>
      listSectionAuthors(db(), specId, { after, upTo });
    expect(await authors(start, second)).toEqual(new Map([[uidOf("b"), new Set([other.id])]]));
    expect(await authors(second, third)).toEqual(new Map([[uidOf("a"), new Set([author.id])]]));
    expect((await authors(0n, third)).get(uidOf("b"))).toEqual(new Set([author.id, other.id]));
    expect(await authors(third, third + 1n)).toEqual(new Map());
  });
});
