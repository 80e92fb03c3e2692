import { describe, expect, it } from "vitest";
import { clause, counter, p, spec } from "./builders";
import { canonicalJson } from "./canonical-json";
import type { SpecDocument } from "./document";
import { documentParts, joinParts, partUid } from "./document-parts";
import { restoredDocument } from "./restored-document";

const then = spec(
  p("Before."),
  clause("a", "A", "First."),
  clause("b", "B", "Second."),
  clause("c", "C", "Third."),
);
const uidOf = (id: string) =>
  partUid(
    documentParts(then).sections.find(
      ([first]) => first?.attrs && "id" in first.attrs && first.attrs.id === id,
    )!,
  );
/** The document with the sections changed by `change`; removed when it gives null. */
const changed = (
  change: (uid: string, part: SpecDocument["content"]) => SpecDocument["content"] | null,
) => {
  const { sections, ...rest } = documentParts(then);
  return joinParts({
    ...rest,
    sections: sections.flatMap((part) => {
      const next = change(partUid(part), part);
      return next ? [next] : [];
    }),
  });
};
const edited = (words: string, ids: string[]) =>
  changed((uid, part) =>
    ids.map(uidOf).includes(uid)
      ? [part[0]!, { ...p(words), attrs: { uid: part[1]?.attrs.uid ?? null } }]
      : part,
  );
const options = (more: Partial<Parameters<typeof restoredDocument>[2]> = {}) => ({
  section: null,
  keep: new Set<string>(),
  mint: counter("new"),
  ...more,
});

describe("documentParts", () => {
  it("joins to the same document", () => {
    expect(joinParts(documentParts(then))).toEqual(then);
  });

  it("has a part for what stands before the first heading, named by no uid", () => {
    const { sections } = documentParts(then);
    expect(sections).toHaveLength(4);
    expect(partUid(sections[0]!)).toBe("");
  });
});

describe("restoring everything", () => {
  it("gives the earlier document", () => {
    const now = edited("Otherwise.", ["a", "c"]);
    expect(canonicalJson(restoredDocument(now, then, options()))).toBe(canonicalJson(then));
  });

  it("keeps levels: they are settings", () => {
    const now = { ...then, levels: [] };
    expect(restoredDocument(now, then, options()).levels).toEqual([]);
  });

  it("leaves alone what somebody is working on", () => {
    const now = edited("Otherwise.", ["a", "c"]);
    const text = canonicalJson(
      restoredDocument(now, then, options({ keep: new Set([uidOf("c")]) })).content,
    );
    expect(text).toContain("First.");
    expect(text).toContain("Otherwise.");
    expect(text).not.toContain("Third.");
  });

  it("keeps a section that somebody has just added, at its place", () => {
    const fresh = spec(clause("d", "D", "Fourth.")).content.map((block) => ({
      ...block,
      attrs: { ...block.attrs, uid: `d-${block.attrs.uid}` },
    })) as SpecDocument["content"];
    const now = {
      ...then,
      content: [...then.content.slice(0, 3), ...fresh, ...then.content.slice(3)],
    };
    const kept = restoredDocument(now, then, options({ keep: new Set([fresh[0]!.attrs.uid!]) }));
    expect(canonicalJson(kept)).toBe(canonicalJson(now));
  });
});

describe("restoring one section", () => {
  it("changes that one alone", () => {
    const now = edited("Otherwise.", ["a", "c"]);
    const after = restoredDocument(now, then, options({ section: uidOf("a") }));
    const text = canonicalJson(after.content);
    expect(text).toContain("First.");
    expect(text).not.toContain("Third.");
  });

  it("puts a removed one behind its old neighbour", () => {
    const now = changed((uid, part) => (uid === uidOf("b") ? null : part));
    const after = restoredDocument(now, then, options({ section: uidOf("b") }));
    expect(canonicalJson(after)).toBe(canonicalJson(then));
  });

  it("notes in the ledger that an id comes back", () => {
    const now = changed((uid, part) =>
      uid === uidOf("b") && part[0]?.type === "heading"
        ? [{ ...part[0], attrs: { ...part[0].attrs, id: "bee" } }, ...part.slice(1)]
        : part,
    );
    expect(restoredDocument(now, then, options({ section: uidOf("b") })).ledger).toEqual([
      { kind: "renamed", from: "bee", to: "b", release: null, revision: null },
    ]);
  });

  it("gives a paragraph that lives elsewhere by now an identity of its own", () => {
    const [head, paragraph] = documentParts(then).sections[2]!;
    const now = changed((uid, part) =>
      uid === uidOf("b") ? [head!] : uid === uidOf("c") ? [...part, paragraph!] : part,
    );
    const after = restoredDocument(now, then, options({ section: uidOf("b") }));
    const uids = after.content.map(({ attrs }) => attrs.uid);
    expect(new Set(uids).size).toBe(uids.length);
  });
});
