// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import {
  bad,
  bullets,
  chapter,
  clause,
  compare,
  example,
  good,
  p,
  spec,
  user,
} from "@/lib/spec/builders";
import { specOf, wordsOf, writers, type Writer } from "../testing/writers";

const TEXT = spec(
  chapter("First"),
  clause("honest", "Be honest", p("Say what is true."), p("Even when it is hard.")),
  clause("kind", "Be kind", bullets(p("Mind who is there."), p("Help them."))),
  example("A hard question", user("Is it good?"), compare(good("Yes, it is."), bad("No."))),
  chapter("Second"),
  clause("safe", "Be safe", "Leave dangerous things alone."),
);

const HONEST = "Be honest\nSay what is true.\nEven when it is hard.";
const KIND = "Be kind\nMind who is there.\nHelp them.";

interface Case {
  does: string;
  moves?: string;
  typist: (typist: Writer) => void;
  mover?: (mover: Writer) => void;
  /** The moved section then. */
  becomes: string;
  /** Marks that the spec holds then. */
  marks?: RegExp;
}

const CASES: Case[] = [
  {
    does: "a line that was broken",
    typist: (typist) => typist.split("is true"),
    becomes: HONEST.replace("what is", "what \nis"),
  },
  {
    does: "a line that was broken at its begin",
    typist: (typist) => typist.split("Say what"),
    becomes: HONEST.replace("Say", "\nSay"),
  },
  {
    does: "two lines that were joined",
    typist: (typist) => typist.join("Even"),
    becomes: HONEST.replace("true.\n", "true."),
  },
  {
    does: "a line that was broken, with words on both sides",
    typist: (typist) => {
      typist.split("is true");
      typist.type("is true", "Always, it ");
      typist.type("what", "just ");
    },
    becomes: HONEST.replace("what is", "just what \nAlways, it is"),
  },
  {
    does: "a line that both broke, each elsewhere",
    typist: (typist) => typist.split("true"),
    mover: (mover) => mover.split("what"),
    becomes: HONEST.replace("Say what is ", "Say \nwhat is \n"),
  },
  {
    does: "words in a line that the mover broke",
    typist: (typist) => typist.type("true", "always "),
    mover: (mover) => mover.split("what"),
    becomes: HONEST.replace("Say what is ", "Say \nwhat is always "),
  },
  {
    does: "words in a line that the mover joined to another",
    typist: (typist) => typist.type("hard", "very "),
    mover: (mover) => mover.join("Even"),
    becomes: HONEST.replace("true.\n", "true.").replace("hard", "very hard"),
  },
  {
    does: "words that were taken away",
    typist: (typist) => typist.erase("what is "),
    becomes: HONEST.replace("what is ", ""),
  },
  {
    does: "words that were made bold",
    typist: (typist) => typist.mark("what", "strong"),
    becomes: HONEST,
    marks: /"marks":\[\{"type":"strong"\}\],"text":"what"/,
  },
  {
    does: "new words with a link",
    typist: (typist) => {
      typist.type("true", "plainly ");
      typist.mark("plainly", "link", { href: "https://example.org/" });
    },
    becomes: HONEST.replace("true", "plainly true"),
    marks: /"marks":\[\{[^\]]*https:\/\/example\.org\/[^\]]*\],"text":"plainly"/,
  },
  {
    does: "a new reference among the words",
    typist: (typist) => typist.refer("true", "safe"),
    becomes: HONEST,
    marks: /"attrs":\{"id":"safe"\},"type":"crossReference"\},\{"text":"true\."/,
  },
  {
    does: "an item of a list that was broken",
    moves: "Be kind",
    typist: (typist) => typist.split("is there"),
    becomes: KIND.replace("who is", "who \nis"),
    marks: /"Mind who [^}]*\}\],"type":"paragraph"\}\],"type":"listItem"\},\{/,
  },
  {
    does: "items of a list that were joined",
    moves: "Be kind",
    typist: (typist) => typist.join("Help"),
    becomes: KIND.replace("there.\n", "there."),
  },
  {
    does: "words in an answer of an example",
    moves: "Be kind",
    typist: (typist) => typist.type("it is.", "of course "),
    becomes: `${KIND}\nA hard question\nIs it good?\nYes, of course it is.\nNo.`,
  },
];

describe("a section that moves takes along", () => {
  for (const { does, moves = "Be honest", typist, mover, becomes, marks } of CASES) {
    for (const order of ["the move arrives first", "the other arrives first", "all at once"]) {
      it(`${does}, when ${order}`, () => {
        const { all, send, settle } = writers(2, TEXT);
        const [one, other] = all as [Writer, Writer];
        one.move(moves, "Be safe");
        mover?.(one);
        typist(other);
        if (order === "the move arrives first") send(one, other);
        if (order === "the other arrives first") send(other, one);
        settle();
        expect(wordsOf(one)).toContain(`Leave dangerous things alone.\n${becomes}`);
        for (const line of becomes.split("\n").filter((words) => words !== "")) {
          expect(wordsOf(one).split(line), line).toHaveLength(2);
        }
        const emptyLines = (text: string) =>
          text.split("\n").filter((words) => words === "").length;
        expect(emptyLines(wordsOf(one))).toBe(emptyLines(becomes));
        if (marks) expect(specOf(one)).toMatch(marks);
        expect(specOf(one)).toBe(specOf(other));
        expect(other.carried.flatMap(({ stranded }) => stranded)).toEqual([]);
        one.doc().check();
      });
    }
  }

  it("nothing twice when two people move it and a third breaks a line in it", () => {
    const { all, settle } = writers(3, TEXT, [30, 20, 10]);
    const [one, two, three] = all as [Writer, Writer, Writer];
    one.move("Be honest", "Be safe");
    two.move("Be honest", "Be kind");
    three.split("is true");
    three.type("hard", "very ");
    settle();
    for (const line of ["Be honest", "Say what", "is true.", "Even when it is very hard."]) {
      expect(wordsOf(one).split(line), line).toHaveLength(2);
    }
    expect(wordsOf(one)).toContain("Say what \nis true.");
    for (const { ydoc } of all) expect(specOf({ ydoc })).toBe(specOf(one));
  });
});
