import type { Tokens } from "./tokens";

/** A sentence of a text, as a range of its tokens. */
export interface Sentence {
  from: number;
  to: number;
  text: string;
  /** Equal for sentences that differ in typography alone. */
  fold: string;
}

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

function sentenceOf(tokens: Tokens, from: number, to: number): Sentence {
  const text = tokens.text.slice(tokens.starts[from], tokens.starts[to]).trim();
  return { from, to, text, fold: tokens.ids.subarray(from, to).join() };
}

function endsSentence(tokens: Tokens, at: number): boolean {
  const token = tokenText(tokens, at);
  if (!/\s$/.test(token)) return false;
  if (/\n\s*$/.test(token)) return true;
  // Closing quotes and brackets belong to the sentence that they close.
  let sign = at;
  while (sign > 0 && /^["'”’)\]]/.test(tokenText(tokens, sign))) sign--;
  if (!/^[.!?…]/.test(tokenText(tokens, sign))) return false;
  if (!/^["'“‘([]?[\p{Lu}\p{Lo}\p{N}[“"*]/u.test(tokenText(tokens, at + 1))) return false;
  return !(sign > 0 && /^\p{L}$/u.test(tokenText(tokens, sign - 1)));
}
