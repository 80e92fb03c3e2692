import type { Node } from "@tiptap/pm/model";
import type { NodeJson } from "./block-json";
import { NODES } from "./schema";

/** Makes a new identity. Comes from outside, so that this folder stays free of chance. */
export type Mint = () => string;

/**
 * Gives every block an identity of its own, and changes nothing else.
 *
 * Of two blocks with the same uid the first keeps it: that is the first half of a split, and the
 * original of a copy pasted below it.
 *
 * @param taken Identities in use elsewhere in the spec; the new ones are added to it.
 * @returns The same array when there was nothing to do.
 */
export function ensureUids<N extends NodeJson>(
  blocks: N[],
  mint: Mint,
  taken: Set<string> = new Set(),
): N[] {
  let changed = false;
  const next = blocks.map((block) => {
    const own = withUid(block, mint, taken);
    const content = block.content ? ensureUids(block.content, mint, taken) : undefined;
    if (own === block && content === block.content) return block;
    changed = true;
    return { ...own, ...(content ? { content } : {}) };
  });
  return changed ? next : blocks;
}

/** Whether nodes of this type carry an identity. */
export function hasUid(type: string): boolean {
  return NODES[type]?.attrs?.["uid"] !== undefined;
}

/** One attribute to set so that the document has no missing and no doubled identity. */
export interface UidRepair {
  pos: number;
  uid: string;
}

/**
 * The same for a live ProseMirror document, as repairs that an editor applies with
 * `tr.setNodeAttribute(pos, "uid", uid)`.
 *
 * @param homes Where blocks of the document before the change stand now, by uid. With it a copy pasted
 *   above its original does not take the original's identity.
 */
export function uidRepairs(
  doc: Node,
  mint: Mint,
  homes: ReadonlyMap<string, number> = new Map(),
): UidRepair[] {
  const blocks: { pos: number; uid: string | null }[] = [];
  doc.descendants((node, pos) => {
    if (hasUid(node.type.name)) blocks.push({ pos, uid: node.attrs["uid"] as string | null });
    return !node.isTextblock;
  });
  const owners = new Map<string, number>();
  for (const { pos, uid } of blocks) {
    if (uid !== null && (!owners.has(uid) || homes.get(uid) === pos)) owners.set(uid, pos);
  }
  const repairs: UidRepair[] = [];
  for (const { pos, uid } of blocks) {
    if (uid === null || owners.get(uid) !== pos) {
      const fresh = freshUid(mint, owners);
      owners.set(fresh, pos);
      repairs.push({ pos, uid: fresh });
    }
  }
  return repairs;
}

function withUid<N extends NodeJson>(block: N, mint: Mint, taken: Set<string>): N {
  if (!hasUid(block.type)) return block;
  const uid = block.attrs?.["uid"];
  if (typeof uid === "string" && !taken.has(uid)) {
    taken.add(uid);
    return block;
  }
  const fresh = freshUid(mint, taken);
  taken.add(fresh);
  return { ...block, attrs: { ...block.attrs, uid: fresh } };
}

function freshUid(mint: Mint, taken: { has(uid: string): boolean }): string {
  let uid = mint();
  while (taken.has(uid)) uid = mint();
  return uid;
}
