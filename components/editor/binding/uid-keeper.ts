import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { mintUid } from "@/lib/mint-uid";
import { hasUid, uidRepairs, type UidRepair } from "@/lib/spec/uid";
import { isFromOutside } from "./binding";

/**
 * Gives every block that one's own change made an identity of its own: the first half of a split keeps
 * it, a copy gets another, wherever it is pasted.
 *
 * Changes of others are left alone, whatever they hold: their own editor repairs them, and two editors
 * that both mend would never agree.
 */
export const UidKeeper = Extension.create({
  name: "uidKeeper",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("uidKeeper"),
      appendTransaction(transactions, before, after) {
        const own = transactions.filter((tr) => tr.docChanged && !isFromOutside(tr));
        if (own.length === 0 || !own.some(mayNeedUids)) return null;
        const repairs = uidRepairs(after.doc, mintUid, homes(before.doc, transactions)).filter(
          notDoubledBefore(before.doc, after.doc),
        );
        if (repairs.length === 0) return null;
        const { tr } = after;
        for (const { pos, uid } of repairs) tr.setNodeAttribute(pos, "uid", uid);
        return tr;
      },
    }),
  ],
});

/** Most key presses put text into one block; only what brings or splits a block needs a look. */
function mayNeedUids(tr: Transaction): boolean {
  return tr.steps.some((step) => {
    const { slice } = step as {
      slice?: { openStart: number; content: { firstChild: Node | null } };
    };
    if (!slice) return true;
    const first = slice.content.firstChild;
    return first !== null && !first.isInline;
  });
}

/**
 * When two people move one section it stands twice until whoever made the second copy takes it back, found
 * by its uid: nobody else's editor may give it another.
 */
function notDoubledBefore(before: Node, after: Node) {
  let counts: [Map<string, number>, Map<string, number>] | null = null;
  return ({ pos }: UidRepair): boolean => {
    const uid = after.nodeAt(pos)?.attrs["uid"] as string | null;
    if (uid === null) return true;
    counts ??= [countsOf(before), countsOf(after)];
    const [was = 0, is = 0] = counts.map((count) => count.get(uid));
    return was < 2 || is > was;
  };
}

function countsOf(doc: Node): Map<string, number> {
  const counts = new Map<string, number>();
  doc.descendants((node) => {
    const uid = hasUid(node.type.name) ? (node.attrs["uid"] as string | null) : null;
    if (uid !== null) counts.set(uid, (counts.get(uid) ?? 0) + 1);
    return !node.isTextblock;
  });
  return counts;
}

/** Where each block of the text before stands now. */
function homes(before: Node, transactions: readonly Transaction[]): Map<string, number> {
  const found = new Map<string, number>();
  before.descendants((node, pos) => {
    const uid = hasUid(node.type.name) ? (node.attrs["uid"] as string | null) : null;
    if (uid !== null && !found.has(uid)) {
      let place: number | null = pos;
      for (const tr of transactions) {
        const mapped = tr.mapping.mapResult(place, 1);
        if (mapped.deletedAfter) place = null;
        if (place === null) break;
        place = mapped.pos;
      }
      if (place !== null) found.set(uid, place);
    }
    return !node.isTextblock;
  });
  return found;
}
