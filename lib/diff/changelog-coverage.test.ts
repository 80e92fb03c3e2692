import { describe, expect, it } from "vitest";
import { clause, heading, spec } from "@/lib/spec/builders";
import type { BlockJson } from "@/lib/spec/block-json";
import { changelogCoverage } from "./changelog-coverage";
import { diffDocuments } from "./diff";

const chapter = (id: string, title: string, ...parts: BlockJson[][]) => [
  heading(1, title, { id }),
  ...parts.flat(),
];

const before = spec(
  chapter(
    "house",
    "Life in the house",
    clause("locks", "Locks", "Lock the front door after dusk and keep the key on the hook."),
    clause("lamps", "Lamps", "Replace a lamp when it flickers for more than a day."),
    clause("letters", "Letters and parcels", "Bring letters to the porter before noon."),
  ),
);
const after = spec(
  chapter(
    "house",
    "Life in the house",
    clause("locks", "Locks", "Lock the front door after dusk and give the key to the porter."),
    clause("lamps", "Lamps", "Replace a lamp when it flickers for more than an hour."),
    clause("letters", "Letters and parcels", "Bring letters and heavy crates to the porter."),
    clause("pets", "Pets", "Cats may sleep on the stairs, dogs beside the stove in the kitchen."),
  ),
);
const diff = diffDocuments(before, after);

const mentioned = (changelog: string, decisions = {}) =>
  changelogCoverage(diff, changelog, { decisions })
    .filter(({ covered }) => covered)
    .map(({ section, evidence }) => `${section.id} ${evidence[0]!.how}`);

describe("what a changelog mentions", () => {
  it.each([
    ["nothing", "- Small edits.", []],
    ["an id in a link", "- See [locks](#locks).", ["locks id"]],
    ["a title", "- Letters and parcels: clearer.", ["letters title"]],
    ["the words that changed", "- A lamp waits for an hour, no longer a day.", ["lamps words"]],
    ["the chapter that got a section", "- Adds a rule to Life in the house.", ["pets parent"]],
    ["what the section says", "- Cats sleep on stairs, dogs in the kitchen.", ["pets words"]],
    ["words that stand everywhere", "- The porter of the door keeps more than before.", []],
  ])("%s", (_what, changelog, found) => {
    expect(mentioned(changelog)).toEqual(found);
  });

  it("is what a person says it is", () => {
    expect(mentioned("- Small edits.", { lamps: "covered" })).toEqual(["lamps person"]);
    expect(mentioned("- See [locks](#locks).", { locks: "not mentioned" })).toEqual([]);
  });
});
