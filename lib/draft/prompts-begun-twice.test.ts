import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { clause, counter, marker, p, spec } from "@/lib/spec/builders";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { MODEL_SPEC_LEVELS } from "@/lib/spec/levels";
import { draftParts } from "./draft-parts";
import { addPrompts, removePrompts } from "./draft-prompts";
import { joinPromptsBegunTwice } from "./prompts-begun-twice";
import { readDraft } from "./read-draft";
import { checkUpdate } from "./update/check-update";
import { seedDraft } from "./write-draft";

const SAMPLE = spec(clause("honest", "Be honest", p("Say what is true.", marker("a1b2"))));
const ID = "a1b2";

function person(client: number, start: Y.Doc | null): Y.Doc {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, start ? Y.encodeStateAsUpdate(start) : seedDraft(SAMPLE), "remote");
  ydoc.clientID = client;
  ydoc.on("afterTransaction", joinPromptsBegunTwice);
  return ydoc;
}

/** Begins prompts and writes into their first message. */
function begin(ydoc: Y.Doc, words: string): void {
  const { clientID } = ydoc;
  addPrompts(ydoc, { id: ID, sectionTitle: "Be honest", mint: counter(`by${clientID}-`) }, "me");
  if (words !== "") write(ydoc, words);
}

function write(ydoc: Y.Doc, words: string): void {
  const example = draftParts(ydoc).prompts.get(ID)!.get(1) as Y.XmlElement;
  (example.get(1) as Y.XmlElement).insert(0, [new Y.XmlText(words)]);
}

function send(from: Y.Doc, to: Y.Doc): void {
  const update = Y.encodeStateAsUpdate(from, Y.encodeStateVector(to));
  expect(() => checkUpdate(to, update)).not.toThrow();
  Y.applyUpdate(to, update, "remote");
}

function settle(all: readonly Y.Doc[]): void {
  const pairs = all.flatMap((from) => all.map((to) => [from, to] as const));
  for (let round = 0; round < 3; round++) {
    for (const [from, to] of pairs) if (from !== to) send(from, to);
  }
}

const textOf = (ydoc: Y.Doc) => canonicalJson(readDraft(ydoc, MODEL_SPEC_LEVELS).prompts);
const times = (ydoc: Y.Doc, words: string) => textOf(ydoc).split(words).length - 1;

describe("evaluation prompts that two people begin at once", () => {
  for (const [first, second] of [
    [1, 2],
    [2, 1],
  ] as const) {
    it(`are both there, once, whoever is ${first}`, () => {
      const one = person(first, null);
      const two = person(second, one);
      const reader = person(9, one);
      begin(one, "Is it true?");
      begin(two, "Is it kind?");
      send(one, two);
      settle([one, two, reader]);
      for (const ydoc of [one, two, reader]) {
        expect(times(ydoc, "s it true?")).toBe(1);
        expect(times(ydoc, "s it kind?")).toBe(1);
        expect(times(ydoc, "Examples for")).toBe(1);
        expect(textOf(ydoc)).toBe(textOf(one));
      }
    });
  }

  it("are all there when it is three", () => {
    const one = person(2, null);
    const all = [one, person(3, one), person(1, one)];
    all.forEach((ydoc, place) => begin(ydoc, `Case ${place}.`));
    settle(all);
    for (const ydoc of all) {
      for (const place of [0, 1, 2]) expect(times(ydoc, `ase ${place}.`)).toBe(1);
      expect(textOf(ydoc)).toBe(textOf(one));
    }
  });

  it("are one empty conversation when nobody wrote yet", () => {
    const one = person(1, null);
    const two = person(2, one);
    begin(one, "");
    begin(two, "");
    settle([one, two]);
    expect(readDraft(one, MODEL_SPEC_LEVELS).prompts[0]!.content).toHaveLength(2);
    expect(textOf(one)).toBe(textOf(two));
  });

  it("do not come back when somebody removed them and began again", () => {
    const one = person(1, null);
    const two = person(2, one);
    begin(one, "Is it true?");
    settle([one, two]);
    removePrompts(two, ID, "me");
    begin(two, "Is it kind?");
    settle([one, two]);
    expect(times(one, "s it true?")).toBe(0);
    expect(times(one, "s it kind?")).toBe(1);
  });
});
