import type { Change } from "@/lib/diff/change";
import { diffDocuments } from "@/lib/diff/diff";
import type { DocumentDiff } from "@/lib/diff/document-diff";
import { nodeKey } from "@/lib/diff/parts/content-key";
import type { BlockJson, NodeJson } from "@/lib/spec/block-json";
import type { SpecDocument } from "@/lib/spec/document";
import { walk } from "@/lib/spec/walk";

/** Which block continues which: uids of the document before by uids of the document after. */
export type Continued = Map<string, string>;

/**
 * Finds the blocks that carry on, from the one comparison that everything else in the product reads:
 * what a reader is told was edited or moved keeps its identity, what is told as new gets its own.
 */
export function pairIdentities(
  before: SpecDocument,
  after: SpecDocument,
): { continued: Continued; diff: DocumentDiff } {
  const pairing = new Pairing();
  const diff = diffDocuments(before, after);
  pairing.run(before.content, after.content, diff);
  for (const { id, content } of after.prompts) {
    const earlier = before.prompts.find((file) => file.id === id);
    if (!earlier) continue;
    const [from, to] = [alone(before, earlier.content), alone(after, content)];
    pairing.run(from.content, to.content, diffDocuments(from, to));
  }
  return { continued: pairing.continued, diff };
}

/** Blocks as a document of their own, for comparing files of prompts as the text is compared. */
function alone(document: SpecDocument, content: BlockJson[]): SpecDocument {
  return { ...document, content, prompts: [] };
}

/** Changes that say of one block what became of it. Others name places where something else happened. */
const ABOUT_ONE = /^(?:section|example|unit|message|response)\.(?!added|removed|merged|split)/;

class Pairing {
  readonly continued: Continued = new Map();
  readonly #taken = new Set<string>();

  run(before: readonly NodeJson[], after: readonly NodeJson[], diff: DocumentDiff): void {
    const [older, newer] = [byUid(before), byUid(after)];
    for (const [from, to] of toldPairs(diff.changes)) {
      const [a, b] = [older.get(from), newer.get(to)];
      if (a && b) this.#pair(a, b);
    }
    for (const { from, to, blocks } of diff.alignment.sections) {
      if (from && to) this.#whole(before[from.heading], after[to.heading]);
      for (const row of blocks) {
        if (row.state === "left" || row.from === null || row.to === null) continue;
        this.#whole(before[row.from], after[row.to]);
      }
    }
  }

  /** Pairs two blocks and, as far as it goes, what is inside. */
  #whole(a: NodeJson | undefined, b: NodeJson | undefined): void {
    if (!a || !b || a.type !== b.type) return;
    this.#pair(a, b);
    const [older, newer] = [a.content ?? [], b.content ?? []];
    const pairs = [...insidePairs(older, newer, (child) => this.#partnerIn(child, older))];
    for (const [from, to] of pairs) this.#whole(from, to);
  }

  /** The child that continues into this one, or in which something stands that does. */
  #partnerIn(child: NodeJson, older: readonly NodeJson[]): NodeJson | undefined {
    const known = new Set<string>();
    walk([child], (node) => {
      const partner = this.continued.get(uidOf(node) ?? "");
      if (partner !== undefined) known.add(partner);
    });
    return known.size === 0 ? undefined : older.find((node) => holds(node, known));
  }

  #pair(a: NodeJson, b: NodeJson): void {
    const [from, to] = [uidOf(a), uidOf(b)];
    if (from === null || to === null || a.type !== b.type) return;
    if (this.#taken.has(from) || this.continued.has(to)) return;
    this.#taken.add(from);
    this.continued.set(to, from);
  }
}

/** Children that belong together: told so, else equal, else of one kind and in the same order. */
function* insidePairs(
  older: readonly NodeJson[],
  newer: readonly NodeJson[],
  told: (child: NodeJson) => NodeJson | undefined,
): Iterable<[NodeJson, NodeJson]> {
  const left = new Set(older);
  const right = new Set(newer);
  function* take(find: (child: NodeJson) => NodeJson | undefined) {
    for (const child of right) {
      const partner = find(child);
      if (!partner || !left.has(partner) || partner.type !== child.type) continue;
      left.delete(partner);
      right.delete(child);
      yield [partner, child] as [NodeJson, NodeJson];
    }
  }
  yield* take(told);
  yield* take((child) => {
    const key = nodeKey(child);
    return [...left].find((node) => nodeKey(node) === key);
  });
  yield* take((child) => [...left].find((node) => kindOf(node) === kindOf(child)));
}

/** Responses go by their verdict: a good answer may be written anew while the case stays. */
const kindOf = ({ type, attrs }: NodeJson) =>
  JSON.stringify([type, attrs?.["role"] ?? null, attrs?.["verdict"] ?? null]);

function toldPairs(changes: readonly Change[]): [string, string][] {
  return changes.flatMap(({ kind, from, to }): [string, string][] => {
    const pair = ABOUT_ONE.test(kind) && from?.uid && to?.uid;
    return pair ? [[from.uid!, to.uid!]] : [];
  });
}

function byUid(blocks: readonly NodeJson[]): Map<string, NodeJson> {
  const found = new Map<string, NodeJson>();
  walk(blocks, (node) => {
    const uid = uidOf(node);
    if (uid !== null) found.set(uid, node);
  });
  return found;
}

function holds(node: NodeJson, uids: ReadonlySet<string>): boolean {
  let found = false;
  walk([node], (inside) => {
    found ||= uids.has(uidOf(inside) ?? "");
    return !found;
  });
  return found;
}

function uidOf({ attrs }: NodeJson): string | null {
  const uid = attrs?.["uid"];
  return typeof uid === "string" ? uid : null;
}
