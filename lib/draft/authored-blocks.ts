import * as Y from "yjs";
import { ClockRanges } from "./clock-ranges";
import { CONTENT } from "./draft-parts";

/** A change of a draft, with the people who are answerable for its words. */
export interface SignedUpdate {
  /** Version 1. */
  update: Uint8Array;
  authors: readonly string[];
}

/** Words of a block that came together and went together. Moments count the updates, from 0. */
export interface AuthoredPiece {
  text: string;
  /** Null for what stood there before the updates. */
  authors: readonly string[] | null;
  /** -1 for what stood there before the updates. */
  insertedAt: number;
  /** Infinity for what stands there now, -1 for what was gone before the updates. */
  deletedAt: number;
}

/** A block that stands in a draft, or stood there. */
export interface AuthoredBlock {
  /** Uid of the heading that it stands or stood under; "" before the first one. */
  section: string;
  deletedAt: number;
  /** In the order of the text, deleted ones at their old place. */
  pieces: AuthoredPiece[];
}

/** What the log says about the pieces of a shared document. */
interface Log {
  inserted: ClockRanges<{ authors: readonly string[]; moment: number }>;
  deleted: ClockRanges<number>;
}

/**
 * Every block of a draft with who inserted which of its words and when, deleted blocks included. Who it
 * was is told by the log, never by the update itself, which could say anything.
 *
 * @param ydoc Stands at the moment before the updates and was opened without `gc`, so that deleted words
 *   can still be read. It is changed by this.
 */
export function authoredBlocks(ydoc: Y.Doc, updates: readonly SignedUpdate[]): AuthoredBlock[] {
  const content = ydoc.getXmlFragment(CONTENT);
  const log = logOf(updates);
  ydoc.transact(() => updates.forEach(({ update }) => Y.applyUpdate(ydoc, update)));
  const blocks: AuthoredBlock[] = [];
  let section = "";
  let formerly = "";
  for (let item = content._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentType)) continue;
    const { type } = item.content;
    if (type instanceof Y.XmlElement && type.nodeName === "heading") {
      formerly = uidOf(type);
      if (!item.deleted) section = formerly;
    }
    blocks.push({
      section: item.deleted ? formerly : section,
      deletedAt: goneAt(item, item.id.clock, log),
      pieces: [...piecesIn(type as Y.AbstractType<unknown>, log)],
    });
  }
  return blocks;
}

/** Of a heading, alive or deleted: attributes of a deleted one are no longer given out. */
function uidOf(heading: Y.XmlElement): string {
  const uid: unknown = heading._map.get("uid")?.content.getContent()[0];
  return typeof uid === "string" ? uid : "";
}

function* piecesIn(type: Y.AbstractType<unknown>, log: Log): Generator<AuthoredPiece, void> {
  for (let item = type._start; item; item = item.right) {
    const { content } = item;
    if (content instanceof Y.ContentString) yield* piecesOf(item, content.str, log);
    else if (content instanceof Y.ContentType) {
      // Words of two paragraphs, or around a reference, do not grow together.
      yield* piecesOf(item, " ", log);
      yield* piecesIn(content.type as Y.AbstractType<unknown>, log);
      yield* piecesOf(item, " ", log);
    }
  }
}

/** Yjs joins what stands beside each other; here it is taken apart again by who and when. */
function* piecesOf(item: Y.Item, text: string, log: Log): Generator<AuthoredPiece, void> {
  const { client, clock } = item.id;
  for (let at = 0; at < text.length;) {
    const inserted = log.inserted.find(client, clock + at);
    const deletedAt = goneAt(item, clock + at, log);
    const end = Math.min(inserted.to, log.deleted.find(client, clock + at).to) - clock;
    const next = Math.min(text.length, end);
    yield {
      text: text.slice(at, next),
      authors: inserted.value?.authors ?? null,
      insertedAt: inserted.value?.moment ?? -1,
      deletedAt,
    };
    at = next;
  }
}

const goneAt = (item: Y.Item, clock: number, { deleted }: Log): number =>
  item.deleted ? (deleted.find(item.id.client, clock).value ?? -1) : Infinity;

function logOf(updates: readonly SignedUpdate[]): Log {
  const log: Log = { inserted: new ClockRanges(), deleted: new ClockRanges() };
  updates.forEach(({ update, authors }, moment) => {
    const { from, to } = Y.parseUpdateMeta(update);
    for (const [client, first] of from) {
      log.inserted.add(client, first, to.get(client) ?? first, { authors, moment });
    }
    for (const [client, gone] of Y.decodeUpdate(update).ds.clients) {
      for (const { clock, len } of gone) log.deleted.add(client, clock, clock + len, moment);
    }
  });
  return log;
}
