import type { BlockJson, MarkJson, NodeJson } from "@/lib/spec/block-json";
import { literalText } from "@/lib/spec/plain-text";
import { walk } from "@/lib/spec/walk";
import { definitionIn, normalLabel, type Definitions, type LinkTarget } from "./inline/link-target";

/** The addresses that `[text][label]` links of these blocks can name. */
export function definitionsIn(blocks: readonly BlockJson[]): Definitions {
  const definitions = new Map<string, LinkTarget>();
  walk(blocks, (node) => {
    if (node.type !== "raw" || node.attrs?.["kind"] !== "definition") return;
    for (const line of literalText(node).split("\n")) {
      const found = definitionIn(line);
      if (!found) continue;
      const label = normalLabel(found.label);
      if (!definitions.has(label)) definitions.set(label, { href: found.href, title: found.title });
    }
  });
  return definitions;
}

/**
 * Blocks whose links name a definition only if one says the same. A link whose definition is gone or
 * leads elsewhere now keeps its own address, and is written with it.
 */
export function liveReferences(blocks: BlockJson[]): BlockJson[] {
  const definitions = definitionsIn(blocks);
  const targets = new Set([...definitions.values()].map(keyOf));
  const nodes = <N extends NodeJson>(list: N[]): N[] => {
    const next = list.map(node);
    return next.every((item, index) => item === list[index]) ? list : next;
  };
  const node = <N extends NodeJson>(before: N): N => {
    const content = before.content && nodes(before.content);
    const marks = before.marks?.map((mark) => live(mark, definitions, targets));
    const same =
      content === before.content && (marks ?? []).every((m, i) => m === before.marks![i]);
    return same
      ? before
      : { ...before, ...(content ? { content } : {}), ...(marks ? { marks } : {}) };
  };
  return nodes(blocks);
}

function live(mark: MarkJson, definitions: Definitions, targets: ReadonlySet<string>): MarkJson {
  if (mark.type !== "link" || mark.attrs.reference === null) return mark;
  const { reference } = mark.attrs;
  const wanted = keyOf(mark.attrs);
  const target = definitions.get(normalLabel(reference));
  // The label of a link that is its own label is its text, perhaps in several marks: any target will do.
  const known = reference === "" ? targets.has(wanted) : target && keyOf(target) === wanted;
  return known ? mark : { ...mark, attrs: { ...mark.attrs, reference: null } };
}

function keyOf({ href, title }: LinkTarget): string {
  return JSON.stringify([href, title]);
}
