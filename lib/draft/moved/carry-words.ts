import * as Y from "yjs";
import { draftParts } from "../draft-parts";
import { aliveByUid } from "./alive-by-uid";
import { carryText } from "./carry-text";
import {
  allWords,
  attributesOf,
  childrenOf,
  copyOf,
  hadBefore,
  isOwn,
  isThere,
  uidOf,
  wordsOf,
  type Child,
  type Had,
  type Own,
} from "./removed-content";

export interface Carried {
  /** Uids of the blocks that own words were carried into. */
  into: string[];
  /** Own words whose block is gone, or which have no place in its copy: to be shown to their writer. */
  stranded: string[];
}

/** The origin of a change that carries words: nobody's undo takes it back. */
const CARRY = "carry words";

/**
 * Brings one's own words into blocks that somebody else moved meanwhile.
 *
 * In a shared document a move is a removal and the insertion of a copy. What one wrote into the original
 * while the mover could not know of it yet is removed with it. Whoever wrote it brings it back, and
 * nobody else does, so that it comes back once.
 *
 * Call it in "afterTransaction", while what was removed can still be read.
 */
export function carryWords(change: Y.Transaction, own: Own): Carried {
  const carried: Carried = { into: [], stranded: [] };
  const had = hadBefore(change);
  const removed = topmostRemoved(change);
  const written = removed.filter((element) => hasOwn(element, had, own));
  const { content } = draftParts(change.doc);
  const left = removed.length === 0 ? [] : leftBehind(content, had, own);
  if (written.length === 0 && left.length === 0) return carried;
  const alive = new Map([...aliveByUid(content)].map(([uid, [first]]) => [uid, first!]));
  const carry = new Carry(had, own, alive, carried);
  change.doc.transact(() => {
    for (const element of written) carry.element(element, null);
    for (const { block, behind } of left) {
      const home = alive.get(behind);
      if (home && home !== block && home.parent === content) carry.behind(content, block, home);
    }
  }, CARRY);
  return carried;
}

class Carry {
  constructor(
    private readonly had: Had,
    private readonly own: Own,
    private readonly alive: Map<string, Y.XmlElement>,
    private readonly carried: Carried,
  ) {}

  /** Carries what is one's own in a removed element into the one that has its uid, or its place. */
  element(from: Y.XmlElement, partner: Y.XmlElement | null): void {
    const to = this.#copyOf(from) ?? partner;
    if (!to || to.nodeName !== from.nodeName) return this.#strand(from);
    this.#attributes(from, to);
    const children = childrenOf(from, this.had);
    if (children.some(({ text }) => text !== null)) this.#line(from, to, children);
    else this.#blocks(to, children);
  }

  /** Takes one's own new block to where the block before it went. */
  behind(content: Y.XmlFragment, block: Y.XmlElement, home: Y.XmlElement): void {
    const copy = copyOf(block, isThere);
    content.delete(content.toArray().indexOf(block), 1);
    content.insert(content.toArray().indexOf(home) + 1, [copy]);
    this.#note(copy);
    const uid: unknown = copy.getAttribute("uid");
    if (typeof uid === "string") this.alive.set(uid, copy);
  }

  #attributes(from: Y.XmlElement, to: Y.XmlElement): void {
    for (const [name, value, item] of attributesOf(from, this.had)) {
      // How deep a section stands is what a move is about.
      if (!isOwn(item, this.own) || name === "uid" || name === "level") continue;
      if (JSON.stringify(to.getAttribute(name)) === JSON.stringify(value)) continue;
      to.setAttribute(name, value as string);
      this.#note(to);
    }
  }

  /** Words in a line. Where a reference or a line end came in between, places are not sure: then none is guessed. */
  #line(from: Y.XmlElement, to: Y.XmlElement, children: readonly Child[]): void {
    const targets = to.toArray();
    const isEmpty = targets.length === 0 && children.length === 1;
    if (isEmpty) to.insert(0, [new Y.XmlText()]);
    else if (targets.length !== children.length) {
      const now = allWords(to, isThere);
      if (now !== allWords(from, this.had)) this.#strand(from);
      return;
    }
    children.forEach(({ text }, place) => {
      const target = to.get(place);
      if (!text || !(target instanceof Y.XmlText)) return;
      const words = wordsOf(text, this.had, this.own);
      if (words.some(({ isMine }) => isMine) && carryText(words, target)) this.#note(to);
    });
  }

  #blocks(to: Y.XmlElement, children: readonly Child[]): void {
    const targets = to.toArray();
    const known = children.filter(({ item }) => !isOwn(item, this.own));
    let place = 0;
    for (const child of children) {
      const { element } = child;
      if (!element) continue;
      const copy = this.#copyOf(element);
      const paired = targets[known.indexOf(child)];
      const partner = copy ?? (paired instanceof Y.XmlElement ? paired : null);
      if (partner) {
        if (hasOwn(element, this.had, this.own)) this.element(element, partner);
        if (partner.parent === to) place = to.toArray().indexOf(partner) + 1;
      } else if (isOwn(child.item, this.own)) {
        to.insert(Math.min(place, to.length), [copyOf(element, this.had)]);
        place += 1;
        this.#note(to);
      } else if (hasOwn(element, this.had, this.own)) this.#strand(element);
    }
  }

  #copyOf(removed: Y.XmlElement): Y.XmlElement | null {
    return this.alive.get(uidOf(removed, this.had) ?? "") ?? null;
  }

  #note(to: Y.XmlElement): void {
    const uid: unknown = to.getAttribute("uid");
    if (typeof uid === "string" && !this.carried.into.includes(uid)) this.carried.into.push(uid);
  }

  /** Keeps the words for their writer: they have no place of their own any more. */
  #strand(from: Y.XmlElement): void {
    const words = allWords(from, this.had).trim();
    if (words !== "") this.carried.stranded.push(words);
  }
}

/** Removed elements whose parent was not removed with them. */
function topmostRemoved(change: Y.Transaction): Y.XmlElement[] {
  const found: Y.XmlElement[] = [];
  Y.iterateDeletedStructs(change, change.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return;
    const { type } = struct.content;
    const home = (struct.parent as Y.AbstractType<unknown> | null)?._item;
    if (type instanceof Y.XmlElement && !home?.deleted) found.push(type);
  });
  return found;
}

/** Whether anything in a removed element is one's own. */
function hasOwn(element: Y.XmlElement, had: Had, own: Own): boolean {
  return (
    attributesOf(element, had).some(([, , item]) => isOwn(item, own)) ||
    childrenOf(element, had).some(
      ({ item, element: child, text }) =>
        isOwn(item, own) ||
        (child !== null && hasOwn(child, had, own)) ||
        (text !== null && wordsOf(text, had, own).some(({ isMine }) => isMine)),
    )
  );
}

/**
 * One's own new blocks of a section that was taken away, each with the uid of the block before it.
 * Whoever moves a section takes all of it, so a block that stayed was not seen.
 */
function leftBehind(content: Y.XmlFragment, had: Had, own: Own) {
  const found: { block: Y.XmlElement; behind: string }[] = [];
  let isGone = false;
  let behind: string | null = null;
  for (let item = content._start; item !== null; item = item.right) {
    const type = item.content instanceof Y.ContentType ? item.content.type : null;
    if (!(type instanceof Y.XmlElement) || (item.deleted && !had(item))) continue;
    if (type.nodeName === "heading") isGone = item.deleted;
    if (item.deleted) behind = uidOf(type, had);
    else if (isGone && behind !== null && isOwn(item, own)) {
      found.push({ block: type, behind });
      behind = uidOf(type, isThere);
    } else behind = null;
  }
  return found;
}
