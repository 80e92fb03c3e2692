import type { Lexicon } from "./lexicon";

/**
 * A text as numbers. A token is a word, a sign, or a reference; the white space behind it belongs to it.
 *
 * Two texts whose `ids` are equal differ in typography alone: the spelling of dashes, quotes and dots,
 * white space, and characters that nobody sees do not count.
 */
export interface Tokens {
  text: string;
  ids: Int32Array;
  /** Where each token starts in `text`; one entry more than `ids`, the last is the end. */
  starts: Int32Array;
}

/**
 * @param atoms Whether `[?](#id)` and `[^id]` are references and not just signs: in prose they are, in
 *   what a model would say they are not.
 */
export function tokenize(text: string, lexicon: Lexicon, atoms: boolean): Tokens {
  const ids: number[] = [];
  const starts: number[] = [];
  let at = 0;
  while (at < text.length) {
    const end = tokenEnd(text, at, atoms);
    const next = afterSpace(text, end);
    const token = folded(text, at, end, next);
    if (token !== "") {
      // White space and invisible characters at the very start belong to the first token.
      starts.push(starts.length === 0 ? 0 : at);
      ids.push(lexicon.idOf(token));
    }
    at = next;
  }
  starts.push(text.length);
  return { text, ids: Int32Array.from(ids), starts: Int32Array.from(starts) };
}

const OTHER = 0;
const WORD = 1;
const SPACE = 2;
const INVISIBLE = 3;
const APOSTROPHE = 4;
const DASH = 5;
const DOT = 6;

const ASCII = new Uint8Array(128);
for (let code = 0; code < 128; code++) ASCII[code] = classByPattern(String.fromCharCode(code));
const OTHERS = new Map<number, number>();

function classByPattern(character: string): number {
  if (/[\p{L}\p{N}\p{M}_]/u.test(character)) return WORD;
  if (/\s/.test(character)) return SPACE;
  if (/[\u200B\u2060\uFEFF\u00AD]/.test(character)) return INVISIBLE;
  if (/['’‘ʼ]/.test(character)) return APOSTROPHE;
  if (/[-‐‑‒–—―−]/.test(character)) return DASH;
  if (/[.…]/.test(character)) return DOT;
  return OTHER;
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code]!;
  const point = text.codePointAt(at)!;
  let known = OTHERS.get(point);
  if (known === undefined) {
    known = classByPattern(String.fromCodePoint(point));
    // Bounded, because hostile texts may use every character there is.
    if (OTHERS.size < 10_000) OTHERS.set(point, known);
  }
  return known;
}

const widthAt = (text: string, at: number) => (text.codePointAt(at)! > 0xffff ? 2 : 1);

function tokenEnd(text: string, at: number, atoms: boolean): number {
  const kind = classAt(text, at);
  if (kind === WORD) return wordEnd(text, at);
  if (kind === DASH || kind === DOT) return runEnd(text, at, kind);
  if (atoms && text[at] === "[") return atomEnd(text, at);
  return at + widthAt(text, at);
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const kind = classAt(text, at);
    const inside =
      kind === WORD ||
      kind === INVISIBLE ||
      (kind === APOSTROPHE && at + 1 < text.length && classAt(text, at + 1) === WORD);
    if (!inside) break;
    at += widthAt(text, at);
  }
  return at;
}

function runEnd(text: string, from: number, kind: number): number {
  let at = from;
  while (at < text.length && classAt(text, at) === kind) at++;
  return at;
}

const ATOM = /\[\?\]\(#[^\s()]{1,200}\)|\[\^[^\s[\]]{1,200}\]/y;

function atomEnd(text: string, at: number): number {
  ATOM.lastIndex = at;
  return ATOM.test(text) ? ATOM.lastIndex : at + 1;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind !== SPACE && kind !== INVISIBLE) break;
    at++;
  }
  return at;
}

/** What the token means whatever its typography; empty for white space and for what nobody sees. */
function folded(text: string, at: number, end: number, next: number): string {
  const token = text.slice(at, end);
  const kind = classAt(text, at);
  if (kind === SPACE || kind === INVISIBLE) return "";
  if (kind === WORD) return PLAIN_WORD.test(token) ? token : foldedWord(token);
  if (kind === DASH) return foldedDash(token, at === 0 || isSpace(text, at - 1), next > end);
  if (kind === DOT) return token.replaceAll("…", "...");
  if (kind === APOSTROPHE) return "'";
  return /[“”„‟«»]/.test(token) ? '"' : token;
}

const PLAIN_WORD = /^[\w']+$/;

const foldedWord = (word: string) =>
  word
    .replaceAll(/[\u200B\u2060\uFEFF\u00AD]/g, "")
    .replaceAll(/[’‘ʼ]/g, "'")
    .normalize("NFC");

const isSpace = (text: string, at: number) => classAt(text, at) === SPACE;

/** A dash between words is one however it is spelled; a hyphen inside a word or a range is another. */
function foldedDash(token: string, spaceBefore: boolean, spaceBehind: boolean): string {
  if (/[—―]/.test(token) || /^-{2,3}$/.test(token)) return "—";
  if (token.length > 1) return token;
  return spaceBefore && spaceBehind ? "—" : "-";
}
