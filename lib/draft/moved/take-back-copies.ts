import * as Y from "yjs";
import { draftParts } from "../draft-parts";
import { aliveByUid } from "./alive-by-uid";
import { elementOfItem, itemsEver } from "./elements-in";

/** The origin of a change that takes copies back. */
export const TAKE_BACK = "take back copies";

/**
 * When two people move one block at once, both insert a copy of it. Every editor sees the same two and
 * agrees which one stays: that of the higher client number. Whoever made another takes it back.
 */
export class OwnCopies {
  /** What was taken back, until it is sure that the other copy stays. */
  #taken: { uid: string; copy: Y.XmlElement; at: number }[] = [];

  constructor(private readonly ydoc: Y.Doc) {}

  /** Takes back one's own copies of blocks that another copy stays of. */
  takeBack(change: Y.Transaction): void {
    if (!bringsBlocks(change)) return;
    const own: Y.XmlElement[] = [];
    const { content } = draftParts(this.ydoc);
    for (const [, copies] of aliveByUid(content)) {
      if (copies.length < 2) continue;
      const winner = winnerOf(copies);
      own.push(...copies.filter((copy) => copy !== winner && this.#isOwn(copy)));
    }
    if (own.length === 0) return;
    const at = performance.now();
    for (const copy of own) {
      const uid: unknown = copy.getAttribute("uid");
      if (copy.parent === content && typeof uid === "string") {
        this.#taken.push({ uid, copy: copy.clone() as Y.XmlElement, at });
      }
    }
    this.ydoc.transact(() => {
      for (const copy of own) {
        const parent = copy.parent as Y.XmlFragment;
        const place = parent.toArray().indexOf(copy);
        if (place >= 0) parent.delete(place, 1);
      }
    }, TAKE_BACK);
  }

  /**
   * Three people can move one block so that each copy is taken back in favour of another. Then whoever took
   * one back brings it again, where the last one stood.
   *
   * @param youngerThan As `performance.now()`: what was taken back before is not brought again.
   */
  bringAgain(change: Y.Transaction, youngerThan: number): void {
    this.#taken = this.#taken.filter(({ at }) => at >= youngerThan);
    if (this.#taken.length === 0 || change.deleteSet.clients.size === 0) return;
    const { content } = draftParts(this.ydoc);
    const alive = aliveByUid(content);
    const missing = new Map(
      this.#taken.flatMap(({ uid, copy }) => (alive.has(uid) ? [] : [[uid, copy] as const])),
    );
    if (missing.size === 0) return;
    this.#taken = this.#taken.filter(({ uid }) => !missing.has(uid));
    this.ydoc.transact(() => {
      for (const [uid, copy] of missing) {
        const place = placeOfRemoved(content, uid, change);
        if (place !== null) content.insert(place, [copy]);
      }
    }, TAKE_BACK);
  }

  #isOwn(copy: Y.XmlElement): boolean {
    return clientOf(copy) === this.ydoc.clientID;
  }
}

/** Whether a change brought or took away more than letters. */
export const bringsBlocks = ({ changed }: Y.Transaction): boolean =>
  [...changed].some(([type, parts]) => !(type instanceof Y.Text) && parts.has(null));

/** Where a block stood that a change removed; null when it removed no such block. */
function placeOfRemoved(
  content: Y.XmlFragment,
  uid: string,
  { deleteSet }: Y.Transaction,
): number | null {
  let place = 0;
  for (const item of itemsEver(content)) {
    if (!item.deleted) place += item.length;
    const type = elementOfItem(item);
    if (!type || !item.deleted) continue;
    const isRemoved = Y.isDeleted(deleteSet, item.id);
    if (isRemoved && type._map.get("uid")?.content.getContent()[0] === uid) return place;
  }
  return null;
}

const clientOf = (element: Y.XmlElement): number => element._item?.id.client ?? -1;

function order(a: Y.XmlElement, b: Y.XmlElement): number {
  return clientOf(a) - clientOf(b) || (a._item?.id.clock ?? 0) - (b._item?.id.clock ?? 0);
}

/** Which of several copies of a block stays. */
export const winnerOf = (copies: readonly Y.XmlElement[]): Y.XmlElement =>
  copies.reduce((best, copy) => (order(copy, best) > 0 ? copy : best));
