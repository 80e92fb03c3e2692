import { EMPTY_HASH, mixHash } from "./hash-word";
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

/** Whether two texts are the same but for typography. Exact. */
export function sameWords(a: Tokens, b: Tokens): boolean {
  if (a.text === b.text) return true;
  if (a.ids.length !== b.ids.length) return false;
  for (let index = 0; index < a.ids.length; index++) {
    if (a.ids[index] !== b.ids[index]) return false;
  }
  return true;
}

/** A number that texts with the same words share: finds likely partners, proves nothing. */
export function wordsKey({ ids }: Tokens): number {
  let key = ids.length;
  for (const id of ids) key = (Math.imul(key, 31) + id) | 0;
  return key;
}

/**
 * @param atoms Whether `[?](#id)` and `[^id]` are references and not just signs: in prose they are, in
 *   what a model would say they are not.
 */
export function tokenize(text: string, lexicon: Lexicon, atoms: boolean): Tokens {
  const { length } = text;
  // A text has at most as many tokens as letters; the rows are cut to size at the end.
  const ids = lexicon.scratch(0, length);
  const starts = lexicon.scratch(1, length + 1);
  let count = 0;
  let at = 0;
  while (at < length) {
    const kind = classAt(text, at);
    const end = kind === WORD ? scanWord(text, at) : signEnd(text, at, kind, atoms);
    const next = afterSpace(text, end);
    const id =
      kind === WORD && word.plain
        ? lexicon.idOfWord(text, at, end, word.hash)
        : tokenId(text, at, end, next, kind, lexicon);
    if (id >= 0) {
      ids[count] = id;
      // White space and invisible characters at the very start belong to the first token.
      starts[count] = count === 0 ? 0 : at;
      count++;
    }
    at = next;
  }
  starts[count] = length;
  return { text, ids: ids.slice(0, count), starts: starts.slice(0, count + 1) };
}

const OTHER = 0;
const WORD = 1;
const SPACE = 2;
const INVISIBLE = 3;
const APOSTROPHE = 4;
const DASH = 5;
const DOT = 6;

const ASCII = new Uint8Array(128);
for (let code = 0; code < 128; code++) ASCII[code] = classOfAscii(code);

function classOfAscii(code: number): number {
  const digit = code >= 48 && code <= 57;
  const upper = code >= 65 && code <= 90;
  const lower = code >= 97 && code <= 122;
  if (digit || upper || lower || code === 95) return WORD;
  if (code === 32 || (code >= 9 && code <= 13)) return SPACE;
  if (code === 39) return APOSTROPHE;
  if (code === 45) return DASH;
  return code === 46 ? DOT : OTHER;
}

const OTHERS = new Map<number, number>();

function classOfOther(character: string): number {
  if ("’‘ʼ".includes(character)) return APOSTROPHE;
  if ("‐‑‒–—―−".includes(character)) return DASH;
  if (character === "…") return DOT;
  if ("\u200B\u2060\uFEFF\u00AD".includes(character)) return INVISIBLE;
  if (/\s/.test(character)) return SPACE;
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? WORD : OTHER;
}

/** Whether a token is a word or a reference, and no sign. */
export const isWord = (token: string): boolean =>
  (token !== "" && classAt(token, 0) === WORD) || token.startsWith("[?]");

/** Whether a sentence may begin with what stands at a place: a capital, a number, a script without case. */
export function mayBegin(text: string, at: number): boolean {
  if (at >= text.length || classAt(text, at) !== WORD) return false;
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return character.toLowerCase() !== character || character.toUpperCase() === character;
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code]!;
  const point = text.codePointAt(at)!;
  let known = OTHERS.get(point);
  if (known === undefined) {
    known = classOfOther(String.fromCodePoint(point));
    // Bounded, because hostile texts may use every character there is.
    if (OTHERS.size < 10_000) OTHERS.set(point, known);
  }
  return known;
}

const widthAt = (text: string, at: number) => (text.codePointAt(at)! > 0xffff ? 2 : 1);

function signEnd(text: string, at: number, kind: number, atoms: boolean): number {
  if (kind === DASH || kind === DOT) return runEnd(text, at, kind);
  if (atoms && text[at] === "[") return atomEnd(text, at);
  return at + widthAt(text, at);
}

/** The word that was scanned last: its hash, and whether its letters are spelled in one way alone. */
const word = { hash: 0, plain: true };

/** Reads a word once, because most of the work of a comparison is to read words. @returns its end */
function scanWord(text: string, from: number): number {
  const { length } = text;
  let at = from;
  let hash = EMPTY_HASH;
  let code = text.charCodeAt(at);
  while (code < 128 && ASCII[code] === WORD) {
    hash = mixHash(hash, code);
    // NaN at the end of the text is no letter either.
    code = text.charCodeAt(++at);
  }
  word.hash = hash;
  word.plain = !(at < length && (code > 127 || code === 39) && isInside(text, at));
  return word.plain ? at : wordEnd(text, at);
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isInside(text, at)) at += widthAt(text, at);
  return at;
}

/** Whether what stands at a place behind a letter belongs to the same word. */
function isInside(text: string, at: number): boolean {
  const kind = classAt(text, at);
  if (kind === WORD || kind === INVISIBLE) return true;
  return kind === APOSTROPHE && at + 1 < text.length && classAt(text, at + 1) === WORD;
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

/** The id of what the token means whatever its typography; -1 for white space and what nobody sees. */
function tokenId(
  text: string,
  at: number,
  end: number,
  next: number,
  kind: number,
  lexicon: Lexicon,
): number {
  if (kind === SPACE || kind === INVISIBLE) return -1;
  return lexicon.idOf(folded(text, at, end, next, kind));
}

function folded(text: string, at: number, end: number, next: number, kind: number): string {
  const token = text.slice(at, end);
  if (kind === WORD) return foldedWord(token);
  if (kind === DASH) return foldedDash(token, at === 0 || isSpace(text, at - 1), next > end);
  if (kind === DOT) return token.replaceAll("…", "...");
  if (kind === APOSTROPHE) return "'";
  return /[“”„‟«»]/.test(token) ? '"' : token;
}

const foldedWord = (word: string) =>
  word
    .replaceAll(/[\u200B\u2060\uFEFF\u00AD]/g, "")
    .replaceAll(/[’‘ʼ]/g, "'")
    // Ligatures are how letters are printed. Wider folding would make "10²" the same as "102".
    .replaceAll(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"))
    .normalize("NFC");

const isSpace = (text: string, at: number) => classAt(text, at) === SPACE;

/** A dash between words is one however it is spelled; a hyphen inside a word or a range is another. */
function foldedDash(token: string, spaceBefore: boolean, spaceBehind: boolean): string {
  if (/[—―]/.test(token) || /^-{2,3}$/.test(token)) return "—";
  if (token.length > 1) return token;
  return spaceBefore && spaceBehind ? "—" : "-";
}
