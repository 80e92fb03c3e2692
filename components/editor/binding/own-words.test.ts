// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { bad, chapter, clause, compare, example, good, p, spec, user } from "@/lib/spec/builders";
import { seededRandom } from "@/lib/sync/testing/seeded-random";
import {
  placeOf,
  specOf as text,
  wordsOf as words,
  writers,
  type Writer,
} from "../testing/writers";

const SAMPLE = spec(
  chapter("First"),
  clause("honest", "Be honest", "Say what is true.", p("Even when it is hard.")),
  clause("kind", "Be kind", "Mind who is there."),
  example("A hard question", user("Is it good?"), compare(good("Yes."), bad("No."))),
  chapter("Second"),
  clause("safe", "Be safe", "Leave dangerous things alone."),
);

describe("words that somebody writes into what somebody else moves", () => {
  for (const order of ["the move arrives first", "the words arrive first"] as const) {
    it(`are in the moved section, once, when ${order}`, () => {
      const { all, send, settle } = writers(2, SAMPLE);
      const [mover, typist] = all as [Writer, Writer];
      mover.move("Be honest", "Be safe");
      typist.type("true.", "always ");
      typist.type("Is it good?", "Tell me. ");
      if (order === "the move arrives first") send(mover, typist);
      else send(typist, mover);
      settle();
      expect(words(mover).match(/always/g)).toHaveLength(1);
      expect(words(mover)).toContain(
        "Be safe\nLeave dangerous things alone.\nBe honest\nSay what is always true.",
      );
      expect(words(mover).match(/Tell me/g)).toHaveLength(1);
      expect(text(mover)).toBe(text(typist));
      expect(typist.carried.flatMap(({ stranded }) => stranded)).toEqual([]);
    });
  }

  it("stay where they are when the mover had seen them", () => {
    const { all, send, settle } = writers(2, SAMPLE);
    const [mover, typist] = all as [Writer, Writer];
    typist.type("true.", "always ");
    send(typist, mover);
    mover.move("Be honest", "Be safe");
    mover.type("always", "nearly ");
    settle();
    expect(words(mover)).toContain("Say what is nearly always true.");
    expect(typist.carried).toEqual([]);
  });

  it("find their place though the mover writes there too", () => {
    const { all, settle } = writers(2, SAMPLE);
    const [mover, typist] = all as [Writer, Writer];
    mover.move("Be honest", "Be safe");
    mover.type("Say what", "Only ");
    typist.type("true.", "always ");
    settle();
    expect(words(mover)).toContain("Only Say what is always true.");
    expect(text(mover)).toBe(text(typist));
  });

  it("come along as new paragraphs, answers and authority", () => {
    const { all, settle } = writers(2, SAMPLE);
    const [mover, typist] = all as [Writer, Writer];
    mover.move("Be kind", "Be safe");
    const { schema } = typist.doc().type;
    const paragraph = schema.nodes["paragraph"]!.create(null, schema.text("A new line."));
    const behind = placeOf(typist.doc(), "Mind who is there.") + "Mind who is there.".length + 1;
    typist.dispatch(tr(typist).insert(behind, paragraph));
    const heading = placeOf(typist.doc(), "Be kind") - 1;
    typist.dispatch(tr(typist).setNodeAttribute(heading, "authority", "guideline"));
    const answer = schema.nodeFromJSON({
      type: "response",
      attrs: { verdict: "OK" },
      content: [{ type: "reason" }, { type: "body", content: [{ type: "text", text: "Maybe." }] }],
    });
    typist.dispatch(tr(typist).insert(placeOf(typist.doc(), "No.") + "No.".length + 2, answer));
    settle();
    expect(words(mover)).toMatch(/Be safe\n.*\nBe kind\nMind who is there\.\nA new line\./);
    expect(words(mover).match(/Maybe\./g)).toHaveLength(1);
    expect(text(mover)).toContain('"authority":"guideline"');
    expect(text(mover)).toBe(text(typist));
  });

  it("are told to their writer when the block is gone", () => {
    const { all, settle } = writers(2, SAMPLE);
    const [remover, typist] = all as [Writer, Writer];
    const from = placeOf(remover.doc(), "Even when") - 1;
    remover.dispatch(tr(remover).delete(from, from + "Even when it is hard.".length + 2));
    typist.type("it is hard.", "for me ");
    settle();
    expect(typist.carried.flatMap(({ stranded }) => stranded)).toEqual([
      "Even when for me it is hard.",
    ]);
    expect(remover.carried).toEqual([]);
  });

  it("are never lost and never doubled, in any order of moving, writing and telling", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seededRandom(seed);
      const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
      const { all, send, settle } = writers(3, SAMPLE);
      const written: string[] = [];
      const titles = ["Be honest", "Be kind", "Be safe"];
      const places = ["true.", "it is hard.", "who is", "dangerous", "Is it", "Yes."];
      for (let step = 0; step < 14; step++) {
        const who = pick(all);
        const what = random();
        if (what < 0.25) who.move(pick(titles), pick(titles));
        else if (what < 0.75) {
          const token = `[${seed}.${step}]`;
          who.type(pick(places), token);
          written.push(token);
        } else send(who, pick(all.filter((other) => other !== who)));
      }
      settle();
      for (const token of written) {
        expect(words(all[0]!).split(token), `${token}, seed ${seed}`).toHaveLength(2);
      }
      for (const one of all) expect(text(one), `seed ${seed}`).toBe(text(all[0]!));
    }
  });
});

/** A change of what a writer sees now. */
function tr(of: Writer) {
  return of.state().tr;
}
