import * as Y from "yjs";
import { REQUIRED } from "./check-attribute";
import { checkContent } from "./check-content";
import { checkDeletions, type DeletedRanges } from "./check-deletions";
import { KnownPlaces, partPlace, placeInside, type Place, type Standing } from "./places";
import { refuse, UpdateRefused } from "./update-refused";

/** What an update would do. */
export interface UpdateFacts {
  /** Whether it brings anything that the document does not have. */
  changesNothing: boolean;
  /** Clients that the new pieces say they were written by. */
  clients: number[];
  /** How many pieces the document grows by, at most. */
  pieces: number;
  /** Nodes whose necessary properties it touches: `applyUpdate` looks whether they are there. */
  needed: Y.ID[];
}

/** A paste of the whole Model Spec has 12,000 pieces. */
const MAX_PIECES = 50_000;

/**
 * Judges a change before anybody applies it, and changes nothing: neither the document nor what is shown
 * to others (QUALITY H2-H5). Every piece is held against the schema in the place it will stand, piece by
 * piece and without recursion, so a change costs what it brings and not what the document holds.
 *
 * @param ydoc The document it would be applied to; its parts must have been opened (`draftParts`).
 * @param update A Yjs update, version 1.
 * @throws UpdateRefused
 */
export function checkUpdate(ydoc: Y.Doc, update: Uint8Array): UpdateFacts {
  const { structs, ds } = decode(update);
  if (structs.length > MAX_PIECES) {
    throw new UpdateRefused("too-large", `has more than ${MAX_PIECES} pieces`);
  }
  const news = new NewPieces(ydoc, structs, ds.clients);
  news.judge();
  const effective = checkDeletions(ydoc, ds.clients, news);
  const pieces = news.count + effective;
  const clients = [...news.byClient.keys()];
  return { changesNothing: pieces === 0, clients, pieces, needed: news.needed };
}

type Struct = Y.Item | Y.GC | Y.Skip;

function decode(update: Uint8Array) {
  try {
    return Y.decodeUpdate(update) as { structs: Struct[]; ds: { clients: DeletedRanges } };
  } catch {
    throw new UpdateRefused("malformed", "cannot be read");
  }
}

/** A new piece with what was found out about it. */
export interface Piece {
  struct: Y.Item | Y.GC;
  /** Null when what it stands in is gone: it will be nothing then. Undefined until it is judged. */
  standing?: Standing | null;
  /** Where its own children stand, if it can have any. */
  inside?: Place;
  /** Steps that finding its place takes, at most. */
  effort?: number;
}

export class NewPieces {
  readonly byClient = new Map<number, Piece[]>();
  count = 0;
  /** See UpdateFacts. */
  readonly needed: Y.ID[] = [];
  private readonly setKeys = new Set<string>();
  private readonly known: KnownPlaces;
  private effort = 0;
  private readonly incomplete = new Map<Piece, { name: string; missing: Set<string> }>();

  constructor(
    private readonly ydoc: Y.Doc,
    structs: readonly Struct[],
    private readonly deleted: DeletedRanges,
  ) {
    this.known = new KnownPlaces(ydoc);
    for (const struct of structs) this.take(struct);
  }

  /** Sorts out what the document has already, and refuses what would leave a gap. */
  private take(struct: Struct): void {
    const { client, clock } = struct.id;
    const pieces = this.byClient.get(client);
    const last = pieces?.at(-1)?.struct;
    const expected = last ? last.id.clock + last.length : Y.getState(this.ydoc.store, client);
    if (struct.length < 1 || !Number.isSafeInteger(clock + struct.length)) refuse("has no length");
    if (clock + struct.length <= expected || struct instanceof Y.Skip) return;
    if (clock > expected) throw missing();
    // Inside one update pieces follow each other; only the first may overlap what is known.
    if (last && clock < expected) refuse("says the same thing twice");
    if (pieces) pieces.push({ struct });
    else this.byClient.set(client, [{ struct }]);
    this.count += 1;
  }

  /** Goes through all pieces, each after those it builds on. */
  judge(): void {
    const waiting = new Map([...this.byClient].map(([client]) => [client, 0]));
    let progress = true;
    while (waiting.size > 0) {
      if (!progress) throw missing();
      progress = false;
      for (const [client, start] of waiting) {
        const pieces = this.byClient.get(client) ?? [];
        let index = start;
        while (index < pieces.length && this.judgePiece(pieces[index]!)) index += 1;
        if (index > start) progress = true;
        if (index === pieces.length) waiting.delete(client);
        else waiting.set(client, index);
      }
    }
    this.checkRequired();
  }

  /** The new piece that holds an id, if there is one. */
  find(id: Y.ID): Piece | undefined {
    const pieces = this.byClient.get(id.client);
    if (!pieces || id.clock < pieces[0]!.struct.id.clock) return undefined;
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle]!.struct.id.clock <= id.clock) low = middle;
      else high = middle - 1;
    }
    const found = pieces[low]!;
    return id.clock < found.struct.id.clock + found.struct.length ? found : undefined;
  }

  /** Whether an attribute of a node that is in the document already gets a new value. */
  sets(node: Y.ID, key: string): boolean {
    return this.setKeys.has(`${node.client}:${node.clock}:${key}`);
  }

  /** @returns False when it builds on a piece that was not judged yet. */
  private judgePiece(piece: Piece): boolean {
    const { struct } = piece;
    if (struct instanceof Y.GC) {
      piece.standing = null;
      return true;
    }
    const standing = this.standingOf(struct);
    if (standing === undefined) return false;
    piece.standing = standing;
    if (!standing) return true;
    this.boundEffort(piece, struct);
    checkContent(struct.content, standing);
    this.note(piece, standing);
    return true;
  }

  private note(piece: Piece, { place, key }: Standing): void {
    const { content, id } = piece.struct as Y.Item;
    if (place.kind === "node" && place.id && key !== null && REQUIRED.has(place.name)) {
      const newNode = this.find(place.id);
      if (newNode) this.incomplete.get(newNode)?.missing.delete(key);
      this.setKeys.add(`${place.id.client}:${place.id.clock}:${key}`);
      this.needed.push(place.id);
    }
    if (!(content instanceof Y.ContentType)) return;
    piece.inside = placeInside(content.type, place, id);
    if (piece.inside.kind !== "node") return;
    const required = REQUIRED.get(piece.inside.name);
    if (!required) return;
    this.incomplete.set(piece, { name: piece.inside.name, missing: new Set(required) });
  }

  private checkRequired(): void {
    for (const [{ struct }, { name, missing: absent }] of this.incomplete) {
      if (absent.size > 0 && !isInRanges(this.deleted, struct.id)) {
        refuse(`holds a ${name} without ${[...absent].join(" and ")}`);
      }
    }
  }

  /** Undefined: not known yet. Null: it stands in something that is gone. */
  private standingOf(item: Y.Item): Standing | null | undefined {
    const neighbours = [item.origin, item.rightOrigin].filter((id) => id !== null);
    if (neighbours.length === 0) return this.standingByParent(item);
    let found: Standing | null | undefined;
    for (const id of neighbours) {
      const standing = this.standingOfId(id, item.id);
      if (standing === undefined || standing === null) return standing;
      if (found && !sameStanding(found, standing)) refuse("stands in two places at once");
      found = standing;
    }
    return found;
  }

  private standingOfId(id: Y.ID, from: Y.ID): Standing | null | undefined {
    const piece = this.resolve(id, from);
    if (piece && "standing" in piece) return piece.standing;
    if (piece === undefined || !(piece instanceof Y.Item))
      return piece === undefined ? undefined : null;
    return { place: this.known.of(piece.parent as Y.AbstractType<unknown>), key: piece.parentSub };
  }

  private standingByParent(item: Y.Item): Standing | null | undefined {
    const parent = item.parent as unknown as string | Y.ID | null;
    const key = item.parentSub;
    if (typeof parent === "string") return { place: partPlace(parent), key };
    if (!parent) return refuse("stands nowhere");
    const piece = this.resolve(parent, item.id);
    if (piece === undefined) return undefined;
    if ("standing" in piece) {
      if (piece.standing === null) return null;
      return piece.inside
        ? { place: piece.inside, key }
        : refuse("stands in something without room");
    }
    if (!(piece instanceof Y.Item) || !(piece.content instanceof Y.ContentType)) return null;
    return { place: this.known.of(piece.content.type), key };
  }

  /** A new piece that was judged, or a struct of the document; undefined: a piece not judged yet. */
  private resolve(id: Y.ID, from: Y.ID): Piece | Y.Item | Y.GC | undefined {
    if (id.client === from.client && id.clock >= from.clock) refuse("builds on itself");
    if (id.clock < Y.getState(this.ydoc.store, id.client)) {
      return this.inStore(id);
    }
    const piece = this.find(id);
    if (!piece) throw missing();
    return piece.standing === undefined ? undefined : piece;
  }

  /**
   * Yjs finds the place of a piece by going past everything that others put in the same place. Thousands of
   * pieces before thousands of others (10,000 each: a minute) would make everybody wait, so the steps are
   * counted before they are gone.
   */
  private boundEffort(piece: Piece, item: Y.Item): void {
    piece.effort = this.effortOf(item);
    this.effort += piece.effort;
    if (this.effort > MAX_EFFORT) refuse("puts too many pieces in one place");
  }

  private effortOf({ origin, rightOrigin, parent, parentSub }: Y.Item): number {
    if (origin && this.find(origin)) return 0;
    const newRight = rightOrigin && this.find(rightOrigin);
    if (newRight) return newRight.effort ?? 0;
    const left = origin && this.inStore(origin);
    const end = rightOrigin && this.inStore(rightOrigin);
    if (left === end && left) return 0;
    let next: Y.Item | null = null;
    if (left) next = left instanceof Y.Item ? left.right : null;
    else if (end) next = end instanceof Y.Item ? firstOf(end.parent, parentSub) : null;
    else if (typeof parent === "string") next = firstOf(this.ydoc.share.get(parent), parentSub);
    else if (parent) next = firstOf(this.typeOf(parent as unknown as Y.ID), parentSub);
    let steps = 0;
    for (; next && next !== end && steps <= MAX_EFFORT; next = next.right) steps += 1;
    return steps;
  }

  private inStore(id: Y.ID): Y.Item | Y.GC {
    const structs = this.ydoc.store.clients.get(id.client) ?? [];
    return structs[Y.findIndexSS(structs, id.clock)] as Y.Item | Y.GC;
  }

  /** Undefined for what is new: there is nothing in it that could be gone past. */
  private typeOf(id: Y.ID): Y.AbstractType<unknown> | undefined {
    if (this.find(id)) return undefined;
    const item = this.inStore(id);
    return item instanceof Y.Item && item.content instanceof Y.ContentType
      ? item.content.type
      : undefined;
  }
}

// A quarter of a second. Two people who each wrote at one place a thousand times while apart: a million.
const MAX_EFFORT = 3_000_000;

function firstOf(type: unknown, key: string | null): Y.Item | null {
  if (!(type instanceof Y.AbstractType)) return null;
  if (key === null) return type._start;
  let item = type._map.get(key) ?? null;
  while (item?.left) item = item.left;
  return item;
}

function sameStanding(a: Standing, b: Standing): boolean {
  if (a.key !== b.key || a.place.kind !== b.place.kind) return false;
  if (a.place.kind === "node" && b.place.kind === "node") {
    return Y.compareIDs(a.place.id, b.place.id);
  }
  return JSON.stringify(a.place) === JSON.stringify(b.place);
}

function isInRanges(ranges: DeletedRanges, { client, clock }: Y.ID): boolean {
  return (ranges.get(client) ?? []).some(
    (range) => range.clock <= clock && clock < range.clock + range.len,
  );
}

function missing(): UpdateRefused {
  return new UpdateRefused("incomplete", "builds on something that was never received");
}
