import type { BlockJson } from "./block-json";
import { literalText } from "./plain-text";
import { sectionTree, type Section, type SectionTree } from "./section-tree";
import { walk } from "./walk";

/** A place in the text that evaluation prompts hang on. */
export interface Marker {
  id: string;
  uid: string | null;
  section: Section | null;
}

/** All evaluation markers in document order. A `[^1]` with a footnote of that name is a footnote. */
export function markers(
  blocks: readonly BlockJson[],
  tree: SectionTree = sectionTree(blocks),
): Marker[] {
  const footnotes = footnoteIds(blocks);
  const found: Marker[] = [];
  const collect = (own: readonly BlockJson[], section: Section | null) => {
    let uid: string | null = null;
    walk(own, (node) => {
      if (typeof node.attrs?.["uid"] === "string") uid = node.attrs["uid"];
      if (node.type !== "evaluationMarker") return;
      const id = String(node.attrs?.["id"]);
      if (!footnotes.has(id)) found.push({ id, uid, section });
    });
  };
  collect(tree.preamble, null);
  for (const section of tree.sections) collect([section.heading, ...section.blocks], section);
  return found;
}

/** The names of the footnotes that the text defines itself: `[^1]: …`. */
export function footnoteIds(blocks: readonly BlockJson[]): Set<string> {
  const ids = new Set<string>();
  walk(blocks, (node) => {
    if (node.type !== "raw" || node.attrs?.["kind"] !== "footnote") return;
    const id = /^\[\^([^\]\s]+)\]:/.exec(literalText(node))?.[1];
    if (id) ids.add(id);
  });
  return ids;
}
