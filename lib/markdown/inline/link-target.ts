import { trimBlanks } from "../lines";
import { entityAt } from "./entities";
import { isAsciiPunctuation } from "./characters";

/** Where a link leads. */
export interface LinkTarget {
  href: string;
  title: string | null;
}

/** Addresses by label, from lines such as `[label]: https://example.org`. */
export type Definitions = ReadonlyMap<string, LinkTarget>;

/** Labels are the same when they differ only in case and white space (CommonMark 4.7). */
export function normalLabel(label: string): string {
  return label.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** Reads `(address "title")` at the opening parenthesis; null when it is something else. */
export function inlineTargetAt(text: string, at: number): (LinkTarget & { end: number }) | null {
  if (text[at] !== "(") return null;
  let place = skipSpace(text, at + 1);
  const address = addressAt(text, place);
  if (!address) return null;
  place = skipSpace(text, address.end);
  let title: string | null = null;
  if (place > address.end) {
    const found = titleAt(text, place);
    if (found) {
      title = found.value;
      place = skipSpace(text, found.end);
    }
  }
  return text[place] === ")" ? { href: address.value, title, end: place + 1 } : null;
}

/** Reads a whole line `[label]: address "title"`; null when it is no definition. */
export function definitionIn(line: string): (LinkTarget & { label: string }) | null {
  const head = /^ {0,3}\[((?:[^[\]\\]|\\.){1,999})\]:[ \t]*/.exec(line);
  if (!head || head[1]!.startsWith("^") || trimBlanks(head[1]!) === "") return null;
  const address = addressAt(line, head[0].length);
  if (!address || address.end === head[0].length) return null;
  const rest = line.slice(address.end);
  if (trimBlanks(rest) === "") return { label: head[1]!, href: address.value, title: null };
  const start = skipSpace(line, address.end);
  const title = start > address.end ? titleAt(line, start) : null;
  if (!title || trimBlanks(line.slice(title.end)) !== "") return null;
  return { label: head[1]!, href: address.value, title: title.value };
}

/** Turns backslash escapes and character references of an address or title into what they mean. */
function unescapeTarget(text: string): string {
  if (!/[\\&]/.test(text)) return text;
  let plain = "";
  for (let at = 0; at < text.length; at++) {
    const next = text[at + 1];
    if (text[at] === "\\" && next !== undefined && isAsciiPunctuation(next)) {
      plain += next;
      at++;
      continue;
    }
    const entity = text[at] === "&" ? entityAt(text, at) : null;
    if (entity?.text) {
      plain += entity.text;
      at += entity.source.length - 1;
    } else {
      plain += text[at];
    }
  }
  return plain;
}

type Found = { value: string; end: number };

const ANGLED = /<((?:[^<>\n\\]|\\.)*)>/y;

function addressAt(text: string, at: number): Found | null {
  if (text[at] === "<") {
    ANGLED.lastIndex = at;
    const match = ANGLED.exec(text);
    return match ? { value: unescapeTarget(match[1]!), end: ANGLED.lastIndex } : null;
  }
  let depth = 0;
  let place = at;
  for (; place < text.length; place++) {
    const character = text[place]!;

    if (/[\x00-\x20\x7f]/.test(character)) break;
    if (character === "\\" && isAsciiPunctuation(text[place + 1] ?? "")) place++;
    else if (character === "(" && ++depth > 32) return null;
    else if (character === ")" && depth-- === 0) break;
  }
  if (depth > 0) return null;
  return { value: unescapeTarget(text.slice(at, place)), end: place };
}

const TITLE = /"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|\(((?:[^()\\]|\\[^])*)\)/y;

function titleAt(text: string, at: number): Found | null {
  TITLE.lastIndex = at;
  const match = TITLE.exec(text);
  if (!match) return null;
  const value = match[1] ?? match[2] ?? match[3] ?? "";
  return { value: unescapeTarget(value), end: TITLE.lastIndex };
}

function skipSpace(text: string, at: number): number {
  let place = at;
  while (/[ \t\n]/.test(text[place] ?? "")) place++;
  return place;
}
