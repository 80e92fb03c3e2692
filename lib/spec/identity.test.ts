import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NodeJson } from "./block-json";
import {
  bad,
  bullets,
  clause,
  compare,
  counter,
  example,
  heading,
  link,
  marker,
  p,
  prompts,
  ref,
  spec,
  user,
  violates,
  withPrompts,
} from "./builders";
import { promptHeader, refreshPromptHeaders, staleHeaders } from "./prompt-header";
import { references } from "./references";
import { renameId, renameLevel, renameMarker } from "./rename-id";
import { schema } from "./schema";
import { checkSectionId, proposeSectionId, SectionIdRefused } from "./section-id";
import { sectionTree } from "./section-tree";
import { Slugger } from "./slug";
import { ensureUids, uidRepairs } from "./uid";
import { walk } from "./walk";

const uids = (nodes: readonly NodeJson[]) => {
  const found: unknown[] = [];
  walk(nodes, (node) => {
    if (node.attrs && "uid" in node.attrs) found.push(node.attrs["uid"]);
  });
  return found;
};

describe("ensureUids", () => {
  const blocks = [p("a"), bullets("b", "c"), example("t", user("u"), compare(bad("x")))];

  it("gives every block an identity and is done then", () => {
    const named = ensureUids(blocks, counter());
    expect(uids(named)).toEqual(["u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9", "u10"]);
    expect(ensureUids(named, counter())).toBe(named);
  });

  it("gives a copy another identity and leaves the original alone", () => {
    const [one] = ensureUids([p("a")], counter());
    const [first, second] = ensureUids([one!, one!], counter());
    expect(first).toBe(one);
    expect(second?.attrs?.["uid"]).toBe("u2");
  });

  it("never gives what is taken elsewhere", () => {
    const taken = new Set(["u1", "u2"]);
    expect(uids(ensureUids([p("a")], counter(), taken))).toEqual(["u3"]);
    expect(taken.has("u3")).toBe(true);
  });

  it("leaves no identity missing or doubled, whatever came in", () => {
    const some = fc.array(fc.option(fc.constantFrom("u1", "u2", "x")), { maxLength: 8 });
    fc.assert(
      fc.property(some, (given) => {
        const named = uids(
          ensureUids(
            given.map((uid) => ({ ...p("a"), attrs: { uid } })),
            counter(),
          ),
        );
        expect(new Set(named).size).toBe(given.length);
        expect(named).not.toContain(null);
      }),
    );
  });
});

describe("uidRepairs", () => {
  const doc = (...given: (string | null)[]) =>
    schema.nodeFromJSON({
      type: "doc",
      content: given.map((uid) => ({ ...p("a"), attrs: { uid } })),
    });

  it("leaves the first half of a split its identity", () => {
    expect(uidRepairs(doc("a", "a"), counter())).toEqual([{ pos: 3, uid: "u1" }]);
  });

  it("leaves the original its identity when its copy was pasted above", () => {
    expect(uidRepairs(doc("a", "a"), counter(), new Map([["a", 3]]))).toEqual([
      { pos: 0, uid: "u1" },
    ]);
  });

  it("has nothing to do in a sound document", () => {
    expect(uidRepairs(doc("a", "b"), counter())).toEqual([]);
  });
});

describe("section ids", () => {
  it.each([
    ["Be honest", "be_honest"],
    ["Don’t be évil — ever!", "dont_be_evil_ever"],
    ["Größe & Ærlighed", "grosse_aerlighed"],
    ["日本語", "section"],
    ["  ", "section"],
    ["ⅧⅨ ﬁne", "viiiix_fine"],
    ["x".repeat(200), "x".repeat(80)],
  ])("propose for %j", (title, id) => {
    expect(proposeSectionId(title, new Set())).toBe(id);
  });

  it("propose what is free and can be used", () => {
    expect(proposeSectionId("A", new Set(["a", "a_2"]))).toBe("a_3");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (title) => {
        expect(() => checkSectionId(proposeSectionId(title, new Set()), new Set())).not.toThrow();
      }),
    );
  });

  it.each(["", "Honest", "ho nest", "héllo", "а", "-x", "a#b", "x".repeat(81)])(
    "refuse %j",
    (id) => {
      expect(() => checkSectionId(id, new Set())).toThrow(SectionIdRefused);
    },
  );

  it("refuse what is taken, saying so", () => {
    expect(() => checkSectionId("a", new Set(["a"]))).toThrow("Another section is called #a");
  });
});

describe("slugs", () => {
  it("follow GitHub and count repeats", () => {
    const slugger = new Slugger();
    const take = (title: string) => {
      const id = slugger.propose(title);
      if (id !== null) slugger.use(id);
      return id;
    };
    expect(["A b", "A b", "A b", "A-b-1", "C++ & Ünï!", "!!!"].map(take)).toEqual([
      "a-b",
      "a-b-1",
      "a-b-2",
      "a-b-1-1",
      "c--ünï",
      null,
    ]);
  });
});

describe("renaming an id", () => {
  const before = withPrompts(
    spec(
      clause(
        "old",
        "Old",
        p("See ", ref("old"), " or ", link("#old", "this"), link("#older", "not this")),
      ),
      clause(
        "other",
        "Other",
        example("t", compare(violates("old", bad("x", "see ", ref("old"))))),
      ),
    ),
    prompts("a9sq", "Old", example(["about ", ref("old")])),
  );
  const at = { release: null, revision: "r1" };

  it("changes every mention and remembers the old one", () => {
    const after = renameId(before, "old", "new", at);
    const targets = references(after.content).map(({ target }) => target);
    expect(targets).toEqual(["new", "new", "older", "new", "new"]);
    expect(references(after.prompts[0]!.content).map(({ target }) => target)).toEqual(["new"]);
    expect(sectionTree(after.content).byId.has("new")).toBe(true);
    expect(after.ledger).toEqual([{ kind: "renamed", from: "old", to: "new", ...at }]);
  });

  it("touches nothing else", () => {
    const after = renameId(before, "older", "newer", at);
    expect(after.content[2]).toBe(before.content[2]);
    expect(after.prompts[0]).toEqual(before.prompts[0]);
  });

  it("refuses an id that is taken", () => {
    expect(() => renameId(before, "old", "other", at)).toThrow(SectionIdRefused);
  });

  it("renames a marker with its prompts and their header", () => {
    const marked = withPrompts(
      spec(clause("c", "C", p("x", marker("a9sq")))),
      prompts("a9sq", "C"),
    );
    const after = renameMarker(marked, "a9sq", "b1b1");
    expect(after.prompts.map(promptHeader)).toEqual([{ id: "b1b1", sectionTitle: "C" }]);
    expect(after.prompts[0]?.id).toBe("b1b1");
    expect(staleHeaders(after)).toEqual([]);
  });

  it("renames a level without moving a clause to another", () => {
    const after = renameLevel(spec(clause("c", "C")), "root", { key: "core", name: "Core" });
    expect(after.content[0]).toMatchObject({ attrs: { authority: "core" } });
    expect(after.levels[0]).toMatchObject({
      key: "core",
      name: "Core",
      rank: 0,
      steerability: "fixed",
    });
  });
});

describe("headers of prompts", () => {
  const document = withPrompts(
    spec(clause("c", "New title", p("x", marker("a9sq"), marker("b1b1")))),
    prompts("a9sq", "Old title", example("t")),
    { id: "b1b1", content: [heading(1, "No header")] },
  );

  it("are stale when the section has another title now", () => {
    expect(staleHeaders(document).map(({ file, sectionTitle }) => [file.id, sectionTitle])).toEqual(
      [["a9sq", "New title"]],
    );
  });

  it("are brought in line with the text, files without one left alone", () => {
    const fresh = refreshPromptHeaders(document);
    expect(fresh.prompts.map(promptHeader)).toEqual([
      { id: "a9sq", sectionTitle: "New title" },
      null,
    ]);
    expect(fresh.prompts[0]?.content[1]).toBe(document.prompts[0]?.content[1]);
    expect(refreshPromptHeaders(fresh)).toBe(fresh);
  });
});
