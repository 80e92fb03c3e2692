import type { BlockJson, InlineJson, NodeJson } from "./block-json";
import { sectionTree, type Section, type SectionTree } from "./section-tree";
import { walk } from "./walk";

/**
 * One pointer out of a text.
 * - `auto`: `[?](#id)`, shows the title of its target
 * - `text`: `[words](#id)`
 * - `violates`: the clause that a bad response breaks
 * - `external`: a link out of the spec
 */
export interface Reference {
  kind: "auto" | "text" | "violates" | "external";
  /** An id without `#`, or for external links the address. */
  target: string;
  /** The nearest block with an identity around it. */
  uid: string | null;
  section: Section | null;
  /** Whether it stands in the reason of a response and not in prose. */
  inReason: boolean;
}

/** Every pointer of a run of blocks, in document order. Neighbouring texts of one link count once. */
export function references(
  blocks: readonly BlockJson[],
  tree: SectionTree = sectionTree(blocks),
): Reference[] {
  const found: Reference[] = [];
  collect(tree.preamble, null, found);
  for (const section of tree.sections)
    collect([section.heading, ...section.blocks], section, found);
  return found;
}

/** Who points at an id, by id: "cited by" in both the reading page and the inspector. */
export function citedBy(all: readonly Reference[]): Map<string, Reference[]> {
  const citations = new Map<string, Reference[]>();
  for (const reference of all) {
    if (reference.kind === "external") continue;
    const list = citations.get(reference.target);
    if (list) list.push(reference);
    else citations.set(reference.target, [reference]);
  }
  return citations;
}

function collect(blocks: readonly BlockJson[], section: Section | null, found: Reference[]): void {
  let uid: string | null = null;
  walk(blocks, (node) => {
    if (typeof node.attrs?.["uid"] === "string") uid = node.attrs["uid"];
    const place = { uid, section, inReason: node.type === "reason" };
    const violates = node.type === "response" ? node.attrs?.["violates"] : null;
    if (typeof violates === "string") found.push({ kind: "violates", target: violates, ...place });
    for (const pointer of pointersIn(node)) found.push({ ...pointer, ...place });
  });
}

function pointersIn(node: NodeJson): Pick<Reference, "kind" | "target">[] {
  const pointers: Pick<Reference, "kind" | "target">[] = [];
  let previous: string | null = null;
  for (const child of (node.content ?? []) as InlineJson[]) {
    const link = child.marks?.find((mark) => mark.type === "link");
    const href = link ? link.attrs.href : null;
    if (href !== null && href !== previous) pointers.push(pointerOf(href));
    previous = href;
    if (child.type === "crossReference") pointers.push({ kind: "auto", target: child.attrs.id });
  }
  return pointers;
}

function pointerOf(href: string): Pick<Reference, "kind" | "target"> {
  return href.startsWith("#") && href.length > 1
    ? { kind: "text", target: href.slice(1) }
    : { kind: "external", target: href };
}
