import { isWord, mayBegin, type Tokens } from "./tokens";

/** A sentence of a text, as a range of its tokens. */
export interface Sentence {
  from: number;
  to: number;
  /** The same for sentences that differ in typography alone: a number that no two others share by chance. */
  fold: number;
}

export const sentenceText = ({ text, starts }: Tokens, { from, to }: Sentence): string =>
  text.slice(starts[from], starts[to]).trim();

/** Cuts a text where a sentence ends and another begins. "e.g." ends none, nor does "3.5". */
export function sentences(tokens: Tokens): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < tokens.ids.length; at++) {
    if (at + 1 < tokens.ids.length && !endsSentence(tokens, at)) continue;
    found.push(sentenceOf(tokens, from, at + 1));
    from = at + 1;
  }
  return found;
}

const tokenText = ({ text, starts }: Tokens, at: number) => text.slice(starts[at], starts[at + 1]);

function sentenceOf({ ids }: Tokens, from: number, to: number): Sentence {
  let a = 0x9e3779b9 ^ (to - from);
  let b = 0x85ebca6b;
  for (let at = from; at < to; at++) {
    a = Math.imul(a ^ ids[at]!, 2654435761);
    b = Math.imul(b ^ ids[at]!, 1597334677) ^ (a >>> 15);
  }
  return { from, to, fold: (b & 0x1fffff) * 4294967296 + (a >>> 0) };
}

function endsSentence(tokens: Tokens, at: number): boolean {
  const { text, starts } = tokens;
  const next = starts[at + 1]!;
  // Most tokens are words in the middle: one look at the white space and at what comes next tells.
  if (!isSpaceCode(text.charCodeAt(next - 1))) return false;
  const token = tokenText(tokens, at);
  if (/\n\s*$/.test(token)) return true;
  const opening = "\"'“‘([".includes(text[next]!) ? 1 : 0;
  if (!mayBegin(text, next + opening) && !(opening === 1 && text[next] === "[")) return false;
  // Closing quotes and brackets belong to the sentence that they close.
  let sign = at;
  while (sign > 0 && "\"'”’)]".includes(text[starts[sign]!]!)) sign--;
  if (!".!?…".includes(text[starts[sign]!]!)) return false;
  return !(sign > 0 && isSingleLetter(tokenText(tokens, sign - 1)));
}

const isSpaceCode = (code: number) => code === 32 || code === 10 || code === 160 || code === 9;

/** "e.g. This" and "J. Doe": the stop belongs to a letter. */
const isSingleLetter = (token: string) => token.length === 1 && isWord(token) && !/\d/.test(token);
