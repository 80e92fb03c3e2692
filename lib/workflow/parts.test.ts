import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, chapter, clause, p, prompts, spec, withPrompts } from "@/lib/spec/builders";
import type { SpecDocument } from "@/lib/spec/document";
import { changedParts, editionParts, WHOLE, type ChangedPart } from "./parts";

const edition = (document: SpecDocument, label = "1", changelog = "") => ({
  document,
  label,
  changelog,
});
const between = async (before: SpecDocument | null, after: SpecDocument) =>
  changedParts(
    before ? await editionParts(edition(before)) : [],
    await editionParts(edition(after)),
  );
const told = (parts: ChangedPart[]) => parts.map(({ became, title }) => `${became} ${title}`);

const honest = clause("honest", "Be honest", "Say what is true.");
const kind = clause("kind", "Be kind", "Mind who listens.");

/** The builders number blocks anew in each document; a clause that is the same keeps its own here. */
const withUids = (document: SpecDocument): SpecDocument => {
  let section = "";
  let block = 0;
  const content = document.content.map((one) => {
    if (one.type === "heading") {
      section = one.attrs.id ?? "";
      block = 0;
    }
    return { ...one, attrs: { ...one.attrs, uid: `${section}-${block++}` } } as typeof one;
  });
  return { ...document, content };
};
const doc = (...parts: Parameters<typeof spec>) => withUids(spec(...parts));

describe("changed parts", () => {
  it("are none between a text and itself", async () => {
    expect(await between(doc(honest, kind), doc(honest, kind))).toEqual([]);
  });

  it("are all of them when nothing came before", async () => {
    expect(told(await between(null, doc(honest)))).toEqual([
      "added The spec as a whole",
      "added Be honest",
    ]);
  });

  it("name the section, its levels before and after, and nothing else", async () => {
    const changed = await between(doc(at("root", honest), kind), doc(at("user", honest), kind));
    const one = changed.find((part) => part.title === "Be honest");
    expect(one).toMatchObject({ became: "changed", authorities: ["root", "user"] });
    // The document's levels follow from its clauses here, so the whole changes too.
    expect(changed.map((part) => part.key)).not.toContain("kind-0");
  });

  it("tell what is gone, and that the whole has another order then", async () => {
    expect(told(await between(doc(honest, kind), doc(honest)))).toEqual([
      "changed The spec as a whole",
      "removed Be kind",
    ]);
  });

  it("see a clause that stands under another chapter", async () => {
    const one = doc(chapter("A", honest), chapter("B", kind));
    const two = doc(chapter("A", honest, kind), chapter("B"));
    expect(told(await between(one, two))).toContain("changed Be kind");
  });

  it("know which sections changed places", async () => {
    const last = clause("clear", "Be clear", "Use plain words.");
    const changed = await between(doc(honest, kind, last), doc(kind, last, honest));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatchObject({ key: WHOLE, reordered: ["honest-0"] });
  });

  it("see evaluation prompts and the notes", async () => {
    const plain = doc(honest);
    const tested = withPrompts(plain, prompts("ab12", "Be honest"));
    expect(told(await between(plain, tested))).toEqual(["added Evaluation prompts ab12"]);
    const before = await editionParts(edition(plain));
    const after = await editionParts(edition(plain, "1", "Notes."));
    expect(told(await changedParts(before, after))).toEqual(["changed The spec as a whole"]);
  });

  it("name another change when the base is another", async () => {
    const after = doc(honest);
    const changes = await Promise.all(
      [doc(clause("honest", "Be honest", "Lie.")), doc(clause("honest", "Be honest", "Hm."))].map(
        async (before) => (await between(before, after)).find((part) => part.id === "honest"),
      ),
    );
    expect(changes[0]?.change).not.toBe(changes[1]?.change);
  });

  it("cover every byte: two documents that differ have a part that does", async () => {
    const texts = fc.array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.string()), {
      maxLength: 5,
    });
    const build = (sections: [string, string][]) =>
      doc(p("Start."), ...sections.map(([id, text]) => clause(id, id, text)));
    await fc.assert(
      fc.asyncProperty(texts, texts, async (one, two) => {
        const [before, after] = [build(one), build(two)];
        const same = JSON.stringify(before) === JSON.stringify(after);
        // Ids that stand twice are an error of the linter and cannot be told apart here.
        fc.pre(new Set(one.map(([id]) => id)).size === one.length);
        fc.pre(new Set(two.map(([id]) => id)).size === two.length);
        expect((await between(before, after)).length === 0).toBe(same);
      }),
      { numRuns: 300 },
    );
  });
});
