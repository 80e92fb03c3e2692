import * as Y from "yjs";
import { draftParts } from "../draft-parts";
import { aliveByUid } from "./alive-by-uid";
import { elementOfItem, itemsEver } from "./elements-in";
import { isMadeIn } from "./is-move";
import { attributesIn, type View } from "./pieces";
import { winnerOf } from "./take-back-copies";
import { beforeView, nowView } from "./views";
import type { YoungWords } from "./young-words";

/** Neighbouring blocks of which some were taken away, in which one did something a moment ago. */
export interface Region {
  /** As they were before, with the block before them, in order; what one removed a moment ago among them. */
  blocks: Y.XmlElement[];
  /** Blocks that show them now, in order. */
  copies: Y.XmlElement[];
  /** New blocks of one's own that stayed where the others were taken away. */
  left: Set<Y.XmlElement>;
  /** One's own turns in them, ascending. */
  turns: number[];
}

/**
 * The regions that a change took something of one's own from.
 *
 * @param shownBy Which of several blocks with one uid shows it: by default the one that stays.
 */
export function movedRegions(
  change: Y.Transaction,
  young: YoungWords,
  shownBy: (copies: readonly Y.XmlElement[]) => Y.XmlElement = winnerOf,
): Region[] {
  const touched = touchedBlocks(change, young);
  if (touched.size === 0) return [];
  const { content } = draftParts(change.doc);
  const before = beforeView(change);
  const alive = new Map(
    [...aliveByUid(content)].map(([uid, elements]) => [uid, shownBy(elements)]),
  );
  const rows = rowsOf(content, touched, alive, before, young);
  return rows.flatMap(({ blocks, left }) => {
    const turns = [...turnsIn(blocks, before, young)].sort((a, b) => a - b);
    if (turns.length === 0) return [];
    const uids = new Set(blocks.flatMap((block) => uidsIn(block, before)));
    const copies = content.toArray().filter((block): block is Y.XmlElement => {
      if (!(block instanceof Y.XmlElement) || left.has(block)) return false;
      const uid: unknown = block.getAttribute("uid");
      if (typeof uid === "string" && alive.get(uid) !== block) return false;
      return isMadeIn(change, block) || uidsNow(block).some((each) => uids.has(each));
    });
    return [{ blocks, copies, left, turns }];
  });
}

/** Top blocks that a change took away, or took a block or one's own letters out of. */
function touchedBlocks(change: Y.Transaction, young: YoungWords): Set<Y.XmlElement> {
  const found = new Set<Y.XmlElement>();
  const { content } = draftParts(change.doc);
  Y.iterateDeletedStructs(change, change.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item)) return;
    const isText = struct.content instanceof Y.ContentString && hasYoung(struct, young);
    if (!isText && !elementOfItem(struct)) return;
    let item: Y.Item = struct;
    for (;;) {
      const home: Y.Item | null = (item.parent as Y.AbstractType<unknown>)._item;
      if (home === null) break;
      item = home;
    }
    const block = elementOfItem(item);
    if (item.parent === content && block) found.add(block);
  });
  return found;
}

function hasYoung({ id, length }: Y.Item, young: YoungWords): boolean {
  for (let clock = id.clock; clock < id.clock + length;) {
    const { value, to } = young.written(id.client, clock);
    if (value) return true;
    clock = to;
  }
  return false;
}

interface Row {
  blocks: Y.XmlElement[];
  left: Set<Y.XmlElement>;
}

/** Touched blocks that stand beside each other, each row with the block before it. */
function rowsOf(
  content: Y.XmlFragment,
  touched: ReadonlySet<Y.XmlElement>,
  alive: ReadonlyMap<string, Y.XmlElement>,
  before: View,
  young: YoungWords,
): Row[] {
  const rows: Row[] = [];
  let row: Row | null = null;
  let last: Y.XmlElement | null = null;
  let isMoved = false;
  for (const item of itemsEver(content)) {
    const type = elementOfItem(item);
    if (!type) continue;
    const { isThere } = before(item, item.id.clock);
    if (!isThere) {
      // A line that one joined to another a moment ago: the mover may still have it.
      const isOwn = young.removed(item.id.client, item.id.clock).value !== null;
      if (isOwn && row) row.blocks.push(type);
      continue;
    }
    const uid = attributesIn(type, before)["uid"];
    const isGone = item.deleted;
    const isOwn = item.id.client === content.doc?.clientID;
    const isWritten = isOwn && young.written(item.id.client, item.id.clock).value !== null;
    const isLeft = !isGone && isMoved && isWritten;
    if (isGone) isMoved = typeof uid === "string" && alive.has(uid);
    else if (!isLeft) isMoved = false;
    if (touched.has(type) || isLeft) {
      if (!row) rows.push((row = { blocks: last ? [last] : [], left: new Set() }));
      row.blocks.push(type);
      if (isLeft) row.left.add(type);
    } else row = null;
    last = type;
  }
  return rows;
}

/** One's own turns that what is gone of some blocks was written or removed in. */
function turnsIn(blocks: readonly Y.XmlElement[], before: View, young: YoungWords): Set<number> {
  const found = new Set<number>();
  const look = (item: Y.Item, isGone: boolean) => {
    const { client, clock } = item.id;
    if (isGone || item.deleted) {
      for (let at = clock; at < clock + item.length;) {
        const written = young.written(client, at);
        const removed = young.removed(client, at);
        if (written.value) found.add(written.value.turn);
        if (removed.value && !before(item, at).isThere) found.add(removed.value.turn);
        at = Math.min(written.to, removed.to);
      }
    }
    if (item.content instanceof Y.ContentType) {
      inside(item.content.type as Y.AbstractType<unknown>, isGone || item.deleted);
    }
  };
  const inside = (type: Y.AbstractType<unknown>, isGone: boolean) => {
    for (const item of itemsEver(type)) look(item, isGone);
    for (const item of type._map.values()) if (isGone) look(item, isGone);
  };
  for (const block of blocks) {
    const item = block._item!;
    const isOwn = !item.deleted && young.written(item.id.client, item.id.clock).value;
    look(item, Boolean(isOwn));
  }
  return found;
}

function uidsIn(element: Y.XmlElement, view: View): string[] {
  const { uid } = attributesIn(element, view);
  const found = typeof uid === "string" ? [uid] : [];
  for (const item of itemsEver(element)) {
    const inner = elementOfItem(item);
    if (inner) found.push(...uidsIn(inner, view));
  }
  return found;
}

const uidsNow = (block: Y.XmlElement): string[] => uidsIn(block, nowView);
