import type { BlockJson, NodeJson } from "@/lib/spec/block-json";
import { walk } from "@/lib/spec/walk";

/** Words in one block, of which a comment or a proposed wording can be about. */
export interface Passage {
  uid: string;
  text: string;
}

/**
 * The passages of a run of blocks. Where a reference or a marker stands between the words, the longest
 * run without one is taken: a wording replaces words alone.
 */
export function passagesOf(blocks: readonly BlockJson[]): Passage[] {
  const passages: Passage[] = [];
  let owner: string | null = null;
  walk([...blocks] as NodeJson[], (node) => {
    const uid = node.attrs?.["uid"];
    if (typeof uid === "string") owner = uid;
    const text = longestRun(node);
    if (owner !== null && text !== "") passages.push({ uid: owner, text });
  });
  return passages;
}

function longestRun({ content = [] }: NodeJson): string {
  if (!content.some(({ type }) => type === "text")) return "";
  const runs = content
    .map(({ text }) => text ?? "\u0000")
    .join("")
    .split("\u0000");
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), "").trim();
}
