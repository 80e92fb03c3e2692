import type { LinkTarget } from "./link-target";

/** Writes `(address "title")`. */
export function printTarget({ href, title }: LinkTarget): string {
  const words =
    title === null ? "" : ` "${title.replaceAll(/["\\]/g, "\\$&").replaceAll(ENTITY, "\\&")}"`;
  return `(${printAddress(href, title !== null)}${words})`;
}

/** Plain when it can be, else in angle brackets. */
function printAddress(href: string, titled: boolean): string {
  if (href === "") return titled ? "<>" : "";
  const escaped = href
    .replaceAll(/[\r\n]+/g, " ")
    .replaceAll(/\\(?=[!-/:-@[-`{-~]|$)/g, "\\\\")
    .replaceAll(ENTITY, "\\&");

  if (/[\x00-\x20\x7f<>]/.test(escaped) || !balanced(escaped)) {
    return `<${escaped.replaceAll(/[<>]/g, "\\$&")}>`;
  }
  return escaped;
}

const ENTITY = /&(?=#?[A-Za-z0-9]{1,32};)/g;

function balanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth < 0 || depth > 30) return false;
  }
  return depth === 0 && !text.includes("\\(") && !text.includes("\\)");
}
