import type { ChangeMark } from "@/components/blocks/inline";
import type { Change, WordPart } from "@/lib/diff/change";
import type { PartRow } from "@/lib/diff/document-diff";
import type { BlockJson, InlineJson, NodeJson } from "@/lib/spec/block-json";
import { markAll, markInline, mergeInline } from "./mark-inline";
import { setWords, runOf } from "./row-words";

export type ChangeById = (id: string) => Change | undefined;

/** The words of a row that was edited; empty when it was not. */
export function rowParts(ids: readonly string[], changeById: ChangeById): WordPart[] {
  for (const id of ids) {
    const change = changeById(id);
    if (change?.kind === "unit.edited") return change.parts;
  }
  return [];
}

/**
 * One block that says what it said and what it says: the block after, with what was deleted put back
 * and marked.
 *
 * @param parts Its units; none when the block is a single text, whose words are then `words`.
 */
export function mergeBlock(
  before: BlockJson,
  after: BlockJson,
  parts: readonly PartRow[],
  words: readonly WordPart[],
  changeById: ChangeById,
): BlockJson {
  const merged = structuredClone(after) as NodeJson;
  if (parts.length === 0) return withWords(before, merged, words) as BlockJson;
  return new BlockMerger(before, merged, changeById).merge(parts) as BlockJson;
}

/** One side of a block with its own words marked. */
export function sideBlock(
  block: BlockJson,
  side: "from" | "to",
  parts: readonly PartRow[],
  words: readonly WordPart[],
  changeById: ChangeById,
): BlockJson {
  const kind = side === "from" ? "del" : "ins";
  const own = structuredClone(block) as NodeJson;
  if (parts.length === 0) {
    markContent(own, (content) => markInline(content, words, kind));
    return own as BlockJson;
  }
  for (const part of parts) {
    const node = part[side] && nodeAt(own, part[side]);
    if (!node) continue;
    if (part.state === "changed") {
      const edited = rowParts(part.changes, changeById);
      const which = side === "from" ? "before" : "after";
      if (holdsWords(node)) setWords(node, markInline(runOf(node, which), edited, kind), which);
    } else if (part.state !== "same") {
      markContent(node, (content) => markAll(content, markOf(part)));
    }
  }
  return own as BlockJson;
}

const markOf = ({ state }: PartRow): ChangeMark["type"] =>
  state === "added" ? "ins" : state === "removed" ? "del" : "moved";

function withWords(before: NodeJson, merged: NodeJson, words: readonly WordPart[]): NodeJson {
  if (!holdsWords(merged)) return merged;
  const both = mergeInline(runOf(before, "before"), runOf(merged, "after"), words);
  setWords(merged, both, "after");
  return merged;
}

/** Puts the units of the block before that are gone back among those of the block after. */
class BlockMerger {
  /** From the root down to the unit that was placed last. */
  #cursor: NodeJson[] = [];
  readonly #restoredItems = new Map<NodeJson, NodeJson>();

  constructor(
    private readonly before: NodeJson,
    private readonly merged: NodeJson,
    private readonly changeById: ChangeById,
  ) {}

  merge(parts: readonly PartRow[]): NodeJson {
    // Looked up first: putting something in shifts the paths behind it.
    const chains = parts.map(({ to }) => (to ? chainTo(this.merged, to) : null));
    parts.forEach((part, index) => {
      const chain = chains[index];
      if (chain) {
        this.#mark(part, chain.at(-1)!);
        this.#cursor = chain;
      } else if (part.state === "removed" && part.from) this.#putBack(part.from);
    });
    return this.merged;
  }

  #mark(part: PartRow, node: NodeJson): void {
    if (part.state === "changed" && part.from) {
      const was = nodeAt(this.before, part.from);
      withWords(was ?? node, node, rowParts(part.changes, this.changeById));
    } else if (part.state === "added" || part.state === "moved") {
      markContent(node, (content) => markAll(content, markOf(part)));
    }
  }

  #putBack(path: readonly number[]): void {
    const chain = chainTo(this.before, path);
    const unit = structuredClone(chain.at(-1)!);
    markContent(unit, (content) => markAll(content, "del"));
    const parent = chain.at(-2);
    if (parent?.type !== "listItem") return this.#insert(unit, parent?.type);
    const known = this.#restoredItems.get(parent);
    if (known) return void known.content!.push(unit);
    const item = { ...parent, content: [unit] };
    this.#restoredItems.set(parent, item);
    this.#insert(item, chain.at(-3)?.type);
  }

  /** Behind what was placed last, in the nearest container of the same kind. */
  #insert(node: NodeJson, container: string | undefined): void {
    const depth = this.#cursor.findLastIndex(({ type }) => type === container);
    const into = depth >= 0 ? this.#cursor[depth]! : this.merged;
    const neighbour = this.#cursor[(depth >= 0 ? depth : 0) + 1];
    const content = (into.content ??= []);
    content.splice(neighbour ? content.indexOf(neighbour) + 1 : 0, 0, node);
    this.#cursor = [...this.#cursor.slice(0, Math.max(depth, 0) + 1), node];
    if (depth < 0) this.#cursor = [this.merged, node];
  }
}

function nodeAt(root: NodeJson, path: readonly number[]): NodeJson | null {
  return chainTo(root, path).at(-1) ?? null;
}

function chainTo(root: NodeJson, path: readonly number[]): NodeJson[] {
  const chain = [root];
  for (const index of path) {
    const child = chain.at(-1)!.content?.[index];
    if (!child) break;
    chain.push(child);
  }
  return chain;
}

/** Changes the words of a text, or of each cell of a row; whatever holds no words stays as it is. */
function markContent(node: NodeJson, mark: (content: InlineJson[]) => InlineJson[]): void {
  if (node.type === "tableRow") {
    for (const cell of node.content ?? []) markContent(cell, mark);
  } else if (holdsWords(node)) {
    node.content = mark((node.content ?? []) as InlineJson[]);
  }
}

const holdsWords = ({ type }: NodeJson): boolean =>
  ["paragraph", "heading", "tableCell", "tableRow"].includes(type);
