import * as Y from "yjs";
import { isMarkedAtom } from "../draft-schema";
import { itemsEver } from "./elements-in";

/** Marks and attributes as the shared document has them. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A node around words, or one that holds none: a paragraph, a list and its item, a picture. */
export interface Holder {
  type: string;
  attributes: Attributes;
}

/**
 * The smallest part of a section: the begin of a line, a letter, or what stands among letters. A section is
 * one row of them, so that Enter adds a begin of a line and Backspace takes one away, and the letters stay.
 */
export interface Piece {
  kind: "line" | "letter" | "atom";
  /** What it says: two with one word say the same, marks apart. */
  word: string;
  id: Y.ID;
  /** How many clock ticks of its client it takes. */
  length: number;
  /** Marks of a letter, attribute `marked` of an atom; of a line nothing. */
  marks: Attributes;
  /** The nodes that a line stands in, outermost first, and its own last; the node of an atom. */
  holders: readonly Holder[];
  /** The line itself; the text of a letter; the atom. */
  type: Y.XmlElement | Y.XmlText;
}

/** Which pieces of items belong to a state of the text; `to` (left out) is up to where the answer holds. */
export type View = (item: Y.Item, clock: number) => { isThere: boolean; to: number };

/** The pieces of a block, or of a run of blocks in order. */
export function piecesOf(elements: readonly Y.XmlElement[], view: View): Piece[] {
  const reader = new Reader(view);
  for (const element of elements) {
    const item = element._item!;
    if (view(item, item.id.clock).isThere) reader.element(element, [], "");
  }
  return reader.found;
}

/** An attribute as it was in a state of the text. */
export function attributesIn(element: Y.XmlElement, view: View): Attributes {
  const found: Record<string, unknown> = {};
  for (const [name, newest] of element._map) {
    let item: Y.Item | null = newest;
    while (item && !view(item, item.id.clock).isThere) item = item.left;
    const value: unknown = item?.content.getContent().at(-1);
    if (value !== undefined && value !== null) found[name] = value;
  }
  return found;
}

class Reader {
  readonly found: Piece[] = [];

  constructor(private readonly view: View) {}

  element(element: Y.XmlElement, above: readonly Holder[], home: string): void {
    const attributes = attributesIn(element, this.view);
    const holders = [...above, { type: element.nodeName, attributes }];
    const { uid } = attributes;
    const name = typeof uid === "string" ? uid : `${home}/${element.nodeName}`;
    const children = this.#children(element);
    const blocks = children.filter((child) => child instanceof Y.XmlElement);
    if (blocks.length > 0 && !isInLine(blocks[0]!)) {
      blocks.forEach((child, place) => this.element(child, holders, `${name}/${place}`));
      return;
    }
    const path = above.map((each) => String(each.attributes["uid"])).join(" ");
    this.#push("line", `${path}\n${element.nodeName}\n${name}`, element, {}, holders);
    for (const child of children) {
      if (child instanceof Y.XmlText) this.#letters(child);
      else this.#atom(child);
    }
  }

  #children(element: Y.XmlElement): (Y.XmlElement | Y.XmlText)[] {
    const found: (Y.XmlElement | Y.XmlText)[] = [];
    for (const item of itemsEver(element)) {
      if (!(item.content instanceof Y.ContentType)) continue;
      const { type } = item.content;
      const isPart = type instanceof Y.XmlElement || type instanceof Y.XmlText;
      if (isPart && this.view(item, item.id.clock).isThere) found.push(type);
    }
    return found;
  }

  #atom(element: Y.XmlElement): void {
    const { marked, ...attributes } = attributesIn(element, this.view);
    const holder = { type: element.nodeName, attributes };
    const marks = marked === undefined ? {} : { marked };
    const says = JSON.stringify(Object.entries(attributes).sort());
    this.#push("atom", `${element.nodeName}\n${says}`, element, marks, [holder]);
  }

  #letters(text: Y.XmlText): void {
    let marks: Attributes = {};
    for (const item of itemsEver(text)) {
      const { content, id } = item;
      if (content instanceof Y.ContentFormat) {
        if (!this.view(item, id.clock).isThere) continue;
        const { [content.key]: _, ...others } = marks;
        marks =
          content.value === null ? others : { ...others, [content.key]: content.value as unknown };
      } else if (content instanceof Y.ContentString) {
        this.#run(text, item, content.str, marks);
      }
    }
  }

  #run(text: Y.XmlText, item: Y.Item, words: string, marks: Attributes): void {
    let at = 0;
    while (at < words.length) {
      const { isThere, to } = this.view(item, item.id.clock + at);
      const end = Math.min(words.length, to - item.id.clock);
      if (isThere) {
        for (const letter of words.slice(at, end)) {
          const id = Y.createID(item.id.client, item.id.clock + at);
          this.found.push({
            kind: "letter",
            word: letter,
            id,
            length: letter.length,
            marks,
            holders: [],
            type: text,
          });
          at += letter.length;
        }
      }
      at = end;
    }
  }

  #push(
    kind: "line" | "atom",
    word: string,
    type: Y.XmlElement,
    marks: Attributes,
    holders: readonly Holder[],
  ): void {
    const { id } = type._item!;
    this.found.push({ kind, word, id, length: 1, marks, holders, type });
  }
}

/** Whether a node stands among letters. */
const isInLine = ({ nodeName }: Y.XmlElement) => isMarkedAtom(nodeName);
