import type { HeadingJson } from "@/lib/spec/block-json";
import { isAnchorText } from "@/lib/spec/schema/attributes";

/** What a heading says in braces behind its title: `{#id authority=root tags=a,b .class}`. */
export type HeadingAttributes = Pick<HeadingJson["attrs"], "id" | "authority" | "tags" | "extra">;

const BRACES = /(^|[ \t])\{:?[ \t]*([^{}]*?)[ \t]*\}$/;
const TOKEN = /(?:#[^\s"]+|\.[^\s"]+|[A-Za-z_][\w:.-]*=(?:"[^"]*"|[^\s"]+))(?=\s|$)/y;

/**
 * Reads the attributes at the end of a heading's text.
 *
 * @returns The text before them, and the attributes; null when the text ends in no braces or in
 *   something else in braces, which then belongs to the title.
 */
export function headingAttributes(
  text: string,
): { title: string; attributes: HeadingAttributes } | null {
  const braces = text.endsWith("}") ? BRACES.exec(text) : null;
  const tokens = braces ? tokensOf(braces[2]!) : null;
  if (!braces || !tokens) return null;
  const attributes: HeadingAttributes = { id: null, authority: null, tags: [], extra: "" };
  const extra: string[] = [];
  for (const token of tokens) if (!take(token, attributes)) extra.push(token);
  return {
    title: text.slice(0, braces.index),
    attributes: { ...attributes, extra: extra.join(" ") },
  };
}

/** Writes them in the order id, authority, tags, rest; empty when there are none. */
export function printHeadingAttributes(attributes: HeadingAttributes): string {
  const { id, authority, tags, extra } = attributes;
  const parts = [
    id === null ? "" : `#${id}`,
    authority === null ? "" : `authority=${authority}`,
    tags.length > 0 ? `tags=${tags.join(",")}` : "",
    extra,
  ].filter((part) => part !== "");
  return parts.length > 0 ? `{${parts.join(" ")}}` : "";
}

/** What of `extra` can be written and read back. */
export function cleanExtra(extra: string): string {
  const tokens = /[{}\n]/.test(extra) ? null : tokensOf(extra);
  const spare: HeadingAttributes = { id: "x", authority: "x", tags: [], extra: "" };
  return (tokens ?? []).filter((token) => !take(token, spare)).join(" ");
}

function take(token: string, attributes: HeadingAttributes): boolean {
  if (token.startsWith("#")) {
    const id = token.slice(1);
    if (attributes.id !== null || !isAnchorText(id)) return false;
    attributes.id = id;
    return true;
  }
  const [, name, quoted] = /^(authority|tags)=(.*)$/.exec(token) ?? [];
  if (name === undefined || quoted === undefined) return false;
  if (name === "authority") {
    if (attributes.authority !== null || !isAnchorText(quoted)) return false;
    attributes.authority = quoted;
    return true;
  }
  const tags = quoted.split(",");
  if (!tags.every(isAnchorText) || attributes.tags.length + tags.length > 64) return false;
  attributes.tags.push(...tags);
  return true;
}

/** Splits at white space outside quotes; null when a part is no attribute at all. */
function tokensOf(source: string): string[] | null {
  const tokens: string[] = [];
  let at = 0;
  while (at < source.length) {
    while (/\s/.test(source[at] ?? "")) at++;
    if (at >= source.length) break;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(source)?.[0];
    if (token === undefined) return null;
    tokens.push(token);
    at += token.length;
  }
  return tokens.length > 0 ? tokens : null;
}
