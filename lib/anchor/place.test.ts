import { describe, expect, it } from "vitest";
import { bad, chapter, clause, compare, example, good, spec, user } from "@/lib/spec/builders";
import type { SpecDocument } from "@/lib/spec/document";
import { sectionTree } from "@/lib/spec/section-tree";
import { isCertain, place, type Placement } from "./place";
import { passages } from "./passages";
import { passageTarget, quotePassage } from "./quote-passage";
import type { ClauseTarget, ExampleTarget, PassageTarget, ResponseTarget } from "./target";

const HONEST = "Say what is true, and say how sure you are of it.";
const KIND = "Be gentle with people who are having a hard day.";

const base = () =>
  spec(
    chapter("Basics", clause("honest", "Be honest", HONEST), clause("kind", "Be kind", KIND)),
    chapter(
      "Work",
      clause(
        "careful",
        "Be careful",
        example(
          "deleting a folder",
          user("Delete everything in here."),
          compare(good("I will ask first.", "asks"), bad("Done, all is gone.", "does not ask")),
        ),
      ),
    ),
  );

/** The same document with other identities, as an import makes it. */
const strange = (document: SpecDocument): SpecDocument =>
  JSON.parse(JSON.stringify(document).replaceAll(/"uid":"u/g, '"uid":"x')) as SpecDocument;

const all = (document: SpecDocument) => passages(sectionTree(document.content));
function on(document: SpecDocument, words: string): PassageTarget {
  for (const passage of all(document)) {
    const start = passage.text.indexOf(words);
    if (start >= 0) return passageTarget(passage, start, start + words.length);
  }
  throw new Error(`Nobody says “${words}”.`);
}
const section = (document: SpecDocument, id: string): ClauseTarget => {
  const found = sectionTree(document.content).byId.get(id);
  return { kind: "clause", uid: String(found?.uid), id };
};
const wordsAt = ({ target }: Placement, document: SpecDocument) => {
  if (target?.kind !== "passage") return null;
  const passage = all(document).find(({ uid, part }) => uid === target.uid && part === target.part);
  return passage?.text.slice(target.start, target.end);
};

describe("a quoted passage", () => {
  const target = on(base(), "how sure you are");

  it("stays where nothing changed", () => {
    expect(place(target, base(), base())).toMatchObject({ state: "same", confidence: 1, target });
  });

  it("is found in a text whose blocks have other identities", () => {
    const placed = place(target, base(), strange(base()));
    expect(placed).toMatchObject({ state: "same", found: "words" });
    expect(isCertain(placed)).toBe(true);
  });

  it("does not notice quotation marks, dashes and white space", () => {
    const before = spec(clause("a", "A", "It's a rule --- “always” in force."));
    const after = strange(spec(clause("a", "A", 'It’s  a rule — "always" in force.')));
    const placed = place(on(before, "rule --- “always” in"), before, after);
    expect(placed.state).toBe("same");
    expect(wordsAt(placed, after)).toBe('rule — "always" in');
  });

  it("follows its paragraph to another clause", () => {
    const after = strange(
      spec(
        chapter(
          "Basics",
          clause("honest", "Be honest", "Short."),
          clause("kind", "Be kind", HONEST),
        ),
      ),
    );
    const placed = place(on(base(), "say how sure you are of it"), base(), after);
    expect(placed).toMatchObject({ state: "moved" });
    expect(isCertain(placed)).toBe(true);
  });

  it("does not go far for words that stand in many places by chance", () => {
    const after = strange(
      spec(
        chapter(
          "Basics",
          clause("honest", "Be honest", "Short."),
          clause("kind", "Be kind", HONEST),
        ),
      ),
    );
    const placed = place(on(base(), "is true"), base(), after);
    expect(placed).toMatchObject({ state: "changed", target: { kind: "clause" } });
    expect(isCertain(placed)).toBe(false);
  });

  it("says that it was reworded, and where it is", () => {
    const after = spec(
      chapter(
        "Basics",
        clause("honest", "Be honest", HONEST.replace("sure you are", "certain you are")),
      ),
    );
    const placed = place(on(base(), "say how sure you are of it"), base(), after);
    expect(placed).toMatchObject({ state: "changed" });
    expect(wordsAt(placed, after)).toBe("say how certain you are of it");
  });

  it("never passes off other words as the same", () => {
    const after = spec(chapter("Basics", clause("honest", "Be honest", "Silence is golden.")));
    const placed = place(target, base(), after);
    expect(placed).toMatchObject({ state: "changed", found: "clause only" });
    expect(isCertain(placed)).toBe(false);
  });

  it("tells equal words apart by what stands around them", () => {
    const text = "One may ask. Two may ask. Three may ask.";
    const before = spec(clause("a", "A", text));
    const [passage] = all(before).filter((each) => each.text === text);
    const start = text.indexOf("may ask. Three");
    const placed = place(
      passageTarget(passage!, start, start + 7),
      before,
      spec(clause("a", "A", `Ask. ${text}`)),
    );
    expect(placed.target).toMatchObject({ start: start + 5 });
    expect(isCertain(placed)).toBe(true);
  });

  it("is gone with its clause, and says how sure that is", () => {
    const after = strange(spec(chapter("Work")));
    expect(place(target, base(), after)).toMatchObject({ state: "gone", target: null });
  });
});

describe("a clause", () => {
  const target = section(base(), "honest");

  it("stays", () => {
    expect(place(target, base(), base())).toMatchObject({ state: "same", found: "identity" });
  });

  it("is found by its id when its identity is another", () => {
    expect(place(target, base(), strange(base()))).toMatchObject({ state: "same", found: "name" });
  });

  it("is found under its new id through the ledger", () => {
    const renamed = strange(
      spec(
        chapter(
          "Basics",
          clause("truthful", "Be truthful", HONEST),
          clause("kind", "Be kind", KIND),
        ),
      ),
    );
    const after: SpecDocument = {
      ...renamed,
      ledger: [{ kind: "renamed", from: "honest", to: "truthful", release: "2", revision: null }],
    };
    expect(place(target, base(), after)).toMatchObject({
      found: "ledger",
      target: { id: "truthful" },
    });
  });

  it("is for a person to place when it was split", () => {
    const split = strange(spec(clause("a", "A", HONEST), clause("b", "B", KIND)));
    const after: SpecDocument = {
      ...split,
      ledger: [{ kind: "split", from: "honest", to: ["a", "b"], release: "2", revision: null }],
    };
    expect(isCertain(place(target, base(), after))).toBe(false);
  });

  it("moves with its text", () => {
    const after = spec(chapter("Work", clause("honest", "Be honest", HONEST)));
    expect(place(target, base(), strange(after))).toMatchObject({ state: "moved" });
  });

  it("is certainly gone when the ledger says so", () => {
    const after: SpecDocument = {
      ...strange(spec(chapter("Work"))),
      ledger: [{ kind: "retired", id: "honest", reason: "", release: "2", revision: null }],
    };
    expect(place(target, base(), after)).toMatchObject({ state: "gone", confidence: 1 });
  });
});

describe("an example and its responses", () => {
  const view = () => sectionTree(base().content);
  const node = view().byId.get("careful")?.blocks[0];
  const uid = String(node?.attrs.uid);
  const target: ExampleTarget = { kind: "example", uid };
  const responseUid = () => {
    const json = JSON.stringify(node);
    return String(/"response","attrs":\{"uid":"(\w+)"/.exec(json)?.[1]);
  };
  const response: ResponseTarget = { kind: "response", uid: responseUid(), exampleUid: uid };
  const retold = (...parts: Parameters<typeof example>) =>
    strange(spec(chapter("Work", clause("careful", "Be careful", example(...parts)))));

  it("are found by title when their identities are others", () => {
    expect(place(target, base(), strange(base()))).toMatchObject({ state: "same", found: "title" });
    expect(place(response, base(), strange(base()))).toMatchObject({ state: "same" });
  });

  it("are found by what is asked when the title changed", () => {
    const after = retold(
      "a folder",
      user("Delete everything in here."),
      compare(good("I will ask first.", "asks"), bad("Done, all is gone.", "does not ask")),
    );
    expect(place(target, base(), after)).toMatchObject({ state: "changed", found: "words" });
  });

  it("leave a response that was rewritten to a person", () => {
    const after = retold(
      "deleting a folder",
      user("Delete everything in here."),
      compare(good("Shall I really?", "asks"), bad("Done, all is gone.", "does not ask")),
    );
    const placed = place(response, base(), after);
    expect(placed.state).toBe("changed");
    expect(isCertain(placed)).toBe(false);
  });
});

describe("quotePassage", () => {
  it("finds words that were selected on a page with its own typography", () => {
    const document = spec(clause("a", "A", "It's a rule --- always."));
    const found = quotePassage(all(document), {
      exact: "It’s a rule — always",
      prefix: "",
      suffix: ".",
    });
    expect(found?.quote.exact).toBe("It's a rule --- always");
  });

  it("is null for words that do not stand there", () => {
    expect(quotePassage(all(base()), { exact: "never said", prefix: "", suffix: "" })).toBeNull();
  });
});
