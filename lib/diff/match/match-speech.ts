import type { ExamplePart, ResponsePart, SpeechPart } from "../parts/example-part";
import { EVEN, similarity } from "../text/likeness";
import { commonRuns } from "../text/common-run";
import type { Comparison } from "./comparison";
import {
  pairBest,
  pairUnique,
  single,
  type Candidate,
  type Evidence,
  type Pairing,
} from "./pairing";

/** Below this two responses are two responses. */
const SAME_RESPONSE = 0.4;

/** From here on who says it does not matter. */
const SAME_WORDS = 0.8;

/** Finds which message and which response became which, in two examples that are partners. */
export function matchSpeech(from: ExamplePart, to: ExamplePart, comparison: Comparison): void {
  const { identities, messages, responses } = comparison;
  if (identities) {
    const sure: Evidence = { how: "identity", confidence: 1 };
    pairUnique(
      from.messages,
      to.messages,
      ({ uid }) => uid,
      (a, b) => messages.pair(a, b, sure),
    );
    pairUnique(
      from.responses,
      to.responses,
      ({ uid }) => uid,
      (a, b) => responses.pair(a, b as ResponsePart, sure),
    );
  }
  matchMessages(single(from.messages), single(to.messages), messages);
  matchOtherSpeakers(single(from.messages), single(to.messages), messages);
  matchResponses(from, to, responses);
}

/** What was said stays in order; between two messages that stayed, the same role is the same speaker. */
function matchMessages(
  left: readonly SpeechPart[],
  right: readonly SpeechPart[],
  messages: Pairing<SpeechPart>,
): void {
  const numbers = new Map<string, number>();
  const numberOf = ({ role, text }: SpeechPart) => {
    const key = `${role}/${text}`;
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  };
  const runs = commonRuns(left.map(numberOf), right.map(numberOf));
  let a = 0;
  let b = 0;
  for (const run of [...runs, { a: left.length, b: right.length, length: 0 }]) {
    matchBetween(left.slice(a, run.a), right.slice(b, run.b), messages);
    for (let i = 0; i < run.length; i++) {
      messages.pair(left[run.a + i]!, right[run.b + i]!, { how: "same text", confidence: 1 });
    }
    a = run.a + run.length;
    b = run.b + run.length;
  }
}

function matchBetween(
  left: readonly SpeechPart[],
  right: readonly SpeechPart[],
  messages: Pairing<SpeechPart>,
): void {
  const candidates: Candidate<SpeechPart>[] = [];
  const few = left.length * right.length <= 2_500;
  left.forEach((from, i) => {
    right.forEach((to, j) => {
      if (from.role !== to.role || (!few && i !== j)) return;
      const place = 1 - Math.abs(i / left.length - j / right.length);
      const score = 0.7 * similarity(from.bag, to.bag, EVEN) + 0.3 * place;
      const alone = left.length === right.length && i === j;
      if (score >= (alone ? 0.3 : 0.45)) candidates.push({ from, to, score });
    });
  });
  const paired: Candidate<SpeechPart>[] = [];
  // Speeches do not cross: who answers whom is what a conversation is.
  for (const each of candidates.sort((x, y) => y.score - x.score)) {
    const free = paired.every(
      ({ from, to }) => (from.index - each.from.index) * (to.index - each.to.index) > 0,
    );
    if (!free) continue;
    paired.push(each);
    const confidence = Math.min(1, 0.5 + each.score / 2);
    messages.pair(each.from, each.to, { how: "content", confidence });
  }
}

/** The same words in the mouth of somebody else: a developer's message that is the system's now. */
function matchOtherSpeakers(
  left: readonly SpeechPart[],
  right: readonly SpeechPart[],
  messages: Pairing<SpeechPart>,
): void {
  if (left.length * right.length > 2_500) return;
  const candidates = left.flatMap((from) =>
    right.flatMap((to) => {
      const score = from.text === "" ? 0 : similarity(from.bag, to.bag, EVEN);
      return score >= SAME_WORDS ? [{ from, to, score }] : [];
    }),
  );
  pairBest(candidates, ({ from, to, score }) =>
    messages.pair(from, to, { how: "content", confidence: score * 0.95 }),
  );
}

function matchResponses(
  from: ExamplePart,
  to: ExamplePart,
  responses: Pairing<ResponsePart>,
): void {
  pairUnique(
    single<ResponsePart>(from.responses),
    single<ResponsePart>(to.responses),
    ({ turn, verdict, text }) => `${turn}/${verdict}/${text}`,
    (a, b) => responses.pair(a, b, { how: "same text", confidence: 1 }),
  );
  const left = single<ResponsePart>(from.responses);
  const right = single<ResponsePart>(to.responses);
  const candidates: Candidate<ResponsePart>[] = [];
  // Nobody writes a hundred responses; a hostile example is compared in order.
  const few = left.length * right.length <= 2_500;
  left.forEach((a, i) => {
    right.forEach((b, j) => {
      if (!few && i !== j) return;
      const score = likeness(a, b, left, right);
      if (score >= SAME_RESPONSE) candidates.push({ from: a, to: b, score });
    });
  });
  pairBest(candidates, ({ from: a, to: b, score }) => {
    const how = a.saysTheSame(b) ? "same text" : "content";
    responses.pair(a, b, { how, confidence: Math.min(1, 0.45 + score * 0.6) });
  });
}

/**
 * 0 to 1. The same words are the same response. Else the verdict counts most: responses are rewritten
 * until a fifth of their words is left, while what they stand for stays.
 */
function likeness(
  a: ResponsePart,
  b: ResponsePart,
  left: readonly ResponsePart[],
  right: readonly ResponsePart[],
): number {
  const sameTurn = a.turn === b.turn ? 0.1 : 0;
  const words = a.saysTheSame(b) ? 1 : similarity(a.bag, b.bag, EVEN);
  if (words === 1 && a.text !== "") return 0.85 + sameTurn + (a.verdict === b.verdict ? 0.05 : 0);
  const place = placeAmongEquals(a, left) === placeAmongEquals(b, right) ? 0.1 : 0;
  const reason = a.reason.text !== "" && a.reason.text === b.reason.text ? 0.1 : 0;
  if (a.verdict === b.verdict) return 0.35 + 0.35 * words + place + reason + sameTurn;
  // Another verdict on other words is another response, wherever it stands.
  return words < 0.5 ? 0 : 0.1 + 0.55 * words + place + sameTurn;
}

const placeAmongEquals = (one: ResponsePart, all: readonly ResponsePart[]) =>
  all.filter(({ verdict }) => verdict === one.verdict).indexOf(one);
