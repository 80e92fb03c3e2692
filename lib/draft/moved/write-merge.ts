import * as Y from "yjs";
import { aliveByUid } from "./alive-by-uid";
import { wordsOf, type Merge, type MergedLine } from "./merge-pieces";
import type { Holder } from "./pieces";
import { contentOf, elementOf, writeLine } from "./write-line";

/**
 * Writes a merged text into the shared document: words into the lines that stand, new lines behind them.
 *
 * @param onTouched Called with each line that changed, once it has its words.
 * @returns Words of lines that could not be placed.
 */
export function writeMerge(
  content: Y.XmlFragment,
  { lines, gone }: Merge,
  onTouched: (line: Y.XmlElement, merged: MergedLine) => void,
): string[] {
  const stranded: string[] = [];
  const alive = new Map(
    [...aliveByUid(content)].map(([uid, elements]) => [uid, elements[0]!] as const),
  );
  let before: Y.XmlElement | null = null;
  lines.forEach((line, place) => {
    if (!line.isNew) {
      if (writeLine(line)) onTouched(line.line.type as Y.XmlElement, line);
      before = line.line.type as Y.XmlElement;
      return;
    }
    const uid = line.line.holders.at(-1)!.attributes["uid"];
    if (typeof uid === "string" && alive.has(uid)) {
      stranded.push(wordsOf(line.parts.map(({ piece }) => piece)));
      return;
    }
    const after = lines.slice(place + 1).find(({ isNew }) => !isNew)?.line.type ?? null;
    const made = insertLine(content, line, before, after as Y.XmlElement | null, alive);
    onTouched(made, line);
    before = made;
  });
  for (const { type } of gone) removeLine(content, type as Y.XmlElement);
  return stranded.filter((words) => words !== "");
}

/** Puts a new line behind another, into those of its holders that stand there already. */
function insertLine(
  content: Y.XmlFragment,
  { line: { holders }, parts }: MergedLine,
  before: Y.XmlElement | null,
  after: Y.XmlElement | null,
  alive: Map<string, Y.XmlElement>,
): Y.XmlElement {
  const leaf = elementOf(holders.at(-1)!.type, holders.at(-1)!.attributes);
  const [home, place, shared] = placeOf(content, holders, before, after, alive);
  let top = leaf;
  for (const { type, attributes } of holders.slice(shared, -1).toReversed()) {
    const holder = elementOf(type, attributes);
    holder.insert(0, [top]);
    top = holder;
  }
  home.insert(place, [top]);
  leaf.insert(0, contentOf(parts, leaf.nodeName));
  for (let element = leaf as Y.XmlElement | Y.XmlFragment; element instanceof Y.XmlElement;) {
    const uid: unknown = element.getAttribute("uid");
    if (typeof uid === "string") alive.set(uid, element);
    element = element.parent as Y.XmlFragment;
  }
  return leaf;
}

/** Where a line goes: into what, at which place, and how many of its holders are there already. */
function placeOf(
  content: Y.XmlFragment,
  holders: readonly Holder[],
  before: Y.XmlElement | null,
  after: Y.XmlElement | null,
  alive: ReadonlyMap<string, Y.XmlElement>,
): [Y.XmlFragment, number, number] {
  const beside = [before, after].map((element) => (element ? chainOf(element) : []));
  const [sharedBefore, sharedAfter] = beside.map((chain) => sharedHolders(holders, chain));
  const isAfter = before === null || sharedAfter! > sharedBefore!;
  const shared = isAfter ? sharedAfter! : sharedBefore!;
  const chain = beside[isAfter ? 1 : 0]!;
  const elsewhere = alive.get(uidOf(holders[shared]!));
  if (shared < holders.length - 1 && elsewhere && elsewhere.nodeName === holders[shared]!.type) {
    let inner = shared;
    let home = elsewhere;
    while (inner + 1 < holders.length - 1) {
      const next = alive.get(uidOf(holders[inner + 1]!));
      if (!next || next.parent !== home) break;
      [home, inner] = [next, inner + 1];
    }
    return [home, home.length, inner + 1];
  }
  const home = shared === 0 ? content : chain[shared - 1]!;
  const neighbour = chain[shared];
  if (!neighbour) return [home, home.length, shared];
  const at = home.toArray().indexOf(neighbour);
  return [home, isAfter ? at : at + 1, shared];
}

const uidOf = ({ attributes }: Holder) => String(attributes["uid"] ?? "");

/** An element with all that holds it, outermost first. */
function chainOf(element: Y.XmlElement): Y.XmlElement[] {
  const { parent } = element;
  return parent instanceof Y.XmlElement ? [...chainOf(parent), element] : [element];
}

/** How many holders of a line, its own node left out, are those of a line that stands. */
function sharedHolders(holders: readonly Holder[], chain: readonly Y.XmlElement[]): number {
  const most = Math.min(holders.length, chain.length) - 1;
  let shared = 0;
  while (shared < most && uidOf(holders[shared]!) === String(chain[shared]!.getAttribute("uid"))) {
    shared += 1;
  }
  return shared;
}

/** Takes a line away, and what held nothing else. */
function removeLine(content: Y.XmlFragment, line: Y.XmlElement): void {
  let element = line;
  while (element.parent instanceof Y.XmlElement && element.parent.length === 1) {
    element = element.parent;
  }
  const parent = element.parent as Y.XmlFragment | null;
  const place = parent?.toArray().indexOf(element) ?? -1;
  if (place >= 0) (parent ?? content).delete(place, 1);
}
