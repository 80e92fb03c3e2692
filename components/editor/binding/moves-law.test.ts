// @vitest-environment jsdom
import { expect, it } from "vitest";
import * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { applyUpdate } from "@/lib/draft/update/apply-update";
import { checkUpdate } from "@/lib/draft/update/check-update";
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
import { seededRandom } from "@/lib/sync/testing/seeded-random";
import { specOf, wordsOf, writers, type Writer } from "../testing/writers";

// The quick form; `npm run soak -- moves` has thousands of seeds.
const SEEDS = Number(process.env.SOAK_MOVES ?? 12);
const FIRST = Number(process.env.FC_SEED ?? 1);
/** Courses that once lost or doubled a word. */
const KNOWN = [910, 1114, 5167, 9143, 9175];

// Each word is one sign that stands nowhere else, so that it can be counted.
const TEXT = spec(
  chapter("One"),
  clause("a", "Alpha", p("丁 丂 七 丄 丅 丆 万"), p("丈 三 上 下 丌 不 与")),
  clause("b", "Beta", p("丏 丐 丑 丒 专 且 丕"), bullets(p("世 丗 丘 丙"), p("业 丛 东 丝"))),
  example("丞 丟", user("丠 両 丢 丣"), compare(good("两 严 並"), bad("丧 丨 丩"))),
  chapter("Two"),
  clause("c", "Gamma", p("个 丫 丬 中 丮 丯")),
);

const TITLES = ["Alpha", "Beta", "Gamma"] as const;

const ORDERS = [
  [1, 2, 3],
  [1, 3, 2],
  [2, 1, 3],
  [2, 3, 1],
  [3, 1, 2],
  [3, 2, 1],
];

interface Course {
  steps: number;
  /** Shares of moves and of telling; what is left is other work. */
  moves: number;
  tells: number;
  acts: readonly ("type" | "erase" | "split" | "join" | "mark")[];
}

interface Outcome {
  lost: string[];
  doubled: string[];
  texts: Set<string>;
  failures: unknown[];
}

/** Three writers do something by chance and tell each other now and then. */
function run(seed: number, course: Course): Outcome {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  // Numbers in the shared document decide between copies, so each order has its turn.
  const { all, send, settle } = writers(3, TEXT, ORDERS[seed % ORDERS.length]);
  const refused = judged(all);
  const words = new Set(wordsOf(all[0]!).split(/\s+/));
  const erased = new Set<string>();
  for (let step = 0; step < course.steps; step++) {
    const who = pick(all);
    const chance = random();
    if (chance < course.moves) who.move(pick(TITLES), pick(TITLES));
    else if (chance < course.moves + course.tells) send(who, pick(all.filter((to) => to !== who)));
    else {
      const act = pick(course.acts);
      const { word, title, place } = pick(wordsIn(who));
      // Lines of one section are broken and joined by one person: else they double without any move.
      const mayBreak = title.startsWith(TITLES[all.indexOf(who)]!);
      if (act === "mark") who.mark(word, "strong");
      else if (act === "split" && mayBreak) who.split(word);
      else if (act === "join" && mayBreak && place === "first") who.join(word);
      else if (act === "erase") {
        erased.add(word);
        who.erase(word);
      } else if (act === "type") {
        const sign = String.fromCharCode(0x5e00 + step);
        words.add(`${sign}_${sign}`);
        who.type(word, `${sign}_${sign} `);
      }
    }
  }
  settle();
  const text = wordsOf(all[0]!);
  const stranded = all.flatMap(({ carried }) => carried.flatMap((one) => one.stranded)).join(" ");
  const times = (word: string) => text.split(word).length - 1;
  const kept = [...words].filter((word) => !erased.has(word));
  const outcome = {
    lost: kept.filter((word) => times(word) === 0 && !stranded.includes(word)),
    doubled: kept.filter((word) => times(word) > 1),
    texts: new Set(all.map(specOf)),
    failures: [...refused, ...all.flatMap(({ failures }) => failures)],
  };
  for (const one of all) {
    one.doc().check();
    one.destroy();
  }
  return outcome;
}

/** Lets a server judge everything that writers send. @returns What it will have refused. */
function judged(all: readonly Writer[]): unknown[] {
  const refused: unknown[] = [];
  const server = new Y.Doc();
  draftParts(server);
  Y.applyUpdate(server, Y.encodeStateAsUpdate(all[0]!.ydoc));
  for (const { ydoc } of all) {
    ydoc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "remote") return;
      try {
        applyUpdate(server, update, checkUpdate(server, update), "test");
      } catch (error) {
        refused.push(error);
      }
    });
  }
  return refused;
}

/** Words of paragraphs, with the title of their section. */
function wordsIn(of: Writer) {
  const found: { word: string; title: string; place: "first" | "later" }[] = [];
  let title = "";
  of.doc().descendants((node, _pos, _parent, index) => {
    if (node.type.name === "heading") title = node.textContent;
    if (node.type.name !== "paragraph") return;
    node.textContent.split(" ").forEach((word, at) => {
      const place = at === 0 && index > 0 ? "first" : "later";
      if (word !== "") found.push({ word, title, place });
    });
  });
  return found;
}

/** The outcomes of all courses, those that once went wrong first. */
function runAll(course: Course): Map<number, Outcome> {
  const seeds = Array.from({ length: SEEDS }, (_, index) => FIRST + index);
  return new Map([...KNOWN, ...seeds].map((seed) => [seed, run(seed, course)]));
}

/** Courses whose outcome shows something, in words. */
function told(
  outcomes: ReadonlyMap<number, Outcome>,
  look: (outcome: Outcome) => readonly unknown[],
): string[] {
  return [...outcomes].flatMap(([seed, outcome]) => {
    const found = look(outcome);
    return found.length > 0 ? [`seed ${seed}: ${found.map(String).join(" ")}`] : [];
  });
}

const lostOrTorn = ({ lost, texts, failures }: Outcome) => [
  ...lost,
  ...failures,
  ...(texts.size > 1 ? [`${texts.size} texts`] : []),
];

it("keeps every word, once, whatever three people do while sections move", () => {
  const outcomes = runAll({
    steps: 14,
    moves: 0.14,
    tells: 0.25,
    acts: ["type", "erase", "split", "join", "mark"],
  });
  expect(told(outcomes, lostOrTorn)).toEqual([]);
  const doubled = told(outcomes, (outcome) => outcome.doubled);
  // It is known to happen (lib/draft/moved/README.md), once in hundreds of courses; more would be a fault.
  const allowed = Math.floor(SEEDS / 100);
  expect(doubled.length, doubled.join("\n")).toBeLessThanOrEqual(allowed);
});

it("loses no word though three people do little else than move sections", () => {
  const outcomes = runAll({
    steps: 24,
    moves: 0.3,
    tells: 0.25,
    acts: ["type", "split", "mark"],
  });
  expect(told(outcomes, lostOrTorn)).toEqual([]);
});
