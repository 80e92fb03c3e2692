import type { BlockJson, TableRowJson } from "./block-json";
import { exampleViews } from "./examples";
import { literalText, plainText } from "./plain-text";
import { sectionTree } from "./section-tree";
import { walk } from "./walk";

/** Something in a spec that a link can name. */
export interface Anchor {
  id: string;
  uid: string | null;
  kind: "section" | "example" | "rule" | "numbered";
}

/**
 * Everything with an address, in no particular order: sections, examples, `r[clause.id]` lines, and
 * clauses that are numbered in their heading (`3.2.1 Title`) or in the first cell of a table row.
 */
export function anchors(blocks: readonly BlockJson[]): Anchor[] {
  const found: Anchor[] = [];
  for (const { id, uid, title } of sectionTree(blocks).sections) {
    if (id !== null) found.push({ id, uid, kind: "section" });
    const number = numberAtStart(title);
    if (number) found.push({ id: number, uid, kind: "numbered" });
  }
  for (const { anchor, uid } of exampleViews(blocks)) {
    found.push({ id: anchor, uid, kind: "example" });
  }
  walk(blocks, (node) => {
    const uid = typeof node.attrs?.["uid"] === "string" ? node.attrs["uid"] : null;
    if (node.type === "raw" && node.attrs?.["kind"] === "rule") {
      const id = RULE_LINE.exec(literalText(node))?.[1];
      if (id) found.push({ id, uid, kind: "rule" });
    }
    if (node.type === "tableRow") {
      const number = rowNumber(node as TableRowJson);
      if (number) found.push({ id: number, uid, kind: "numbered" });
    }
  });
  return found;
}

/** A line that names the clause below it: `r[items.use.path]`. */
export const RULE_LINE = /^r\[([^\]\s]+)\]$/;

/** `3.2.1`, `REQ-7.2`: letters, then numbers with at least one dot, or letters with a number. */
const NUMBER = /^(?:[A-Z]{1,8}-?\d+(?:\.\d+)*|\d+(?:\.\d+)+)(?=\.?(?:\s|$|:))/;

function numberAtStart(text: string): string | null {
  return NUMBER.exec(text)?.[0] ?? null;
}

function rowNumber(row: TableRowJson): string | null {
  const first = row.content?.[0];
  if (!first || first.attrs.header) return null;
  const text = plainText(first.content).trim();
  const number = numberAtStart(text);
  return number !== null && number.length === text.replace(/[.:]$/, "").length ? number : null;
}
