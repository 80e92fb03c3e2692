import * as Y from "yjs";

/** Which letters and blocks are one's own and so young that others may not have seen them. */
export type Own = (client: number, clock: number) => boolean;

/** Says whether an item is part of the text one looks at. */
export type Had = (item: Y.Item) => boolean;

/** What was there until a change took it away: what was deleted earlier is nobody's loss. */
export const hadBefore =
  (change: Y.Transaction): Had =>
  (item) =>
    item.deleted && Y.isDeleted(change.deleteSet, item.id);

export const isThere: Had = (item) => !item.deleted;

export const isOwn = ({ id }: Y.Item, own: Own): boolean => own(id.client, id.clock);

export interface Child {
  item: Y.Item;
  element: Y.XmlElement | null;
  text: Y.XmlText | null;
}

/** Elements and texts in an element, in order. */
export function childrenOf(element: Y.XmlFragment, had: Had): Child[] {
  const found: Child[] = [];
  for (let item = element._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentType) || !had(item)) continue;
    const { type } = item.content;
    const text = type instanceof Y.XmlText ? type : null;
    const child = type instanceof Y.XmlElement ? type : null;
    if (text || child) found.push({ item, element: child, text });
  }
  return found;
}

/** Attributes by name, with the item that set each. */
export function attributesOf(element: Y.XmlElement, had: Had): [string, unknown, Y.Item][] {
  return [...element._map].flatMap(([name, item]): [string, unknown, Y.Item][] =>
    had(item) ? [[name, item.content.getContent().at(-1), item]] : [],
  );
}

export function uidOf(element: Y.XmlElement, had: Had): string | null {
  const uid = attributesOf(element, had).find(([name]) => name === "uid")?.[1];
  return typeof uid === "string" ? uid : null;
}

/** A run of letters of a text, by one writer. */
export interface Words {
  words: string;
  isMine: boolean;
}

/** The letters of a text, parted into one's own young ones and all others. */
export function wordsOf(text: Y.XmlText, had: Had, own: Own): Words[] {
  const found: Words[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString) || !had(item)) continue;
    const { client, clock } = item.id;
    // Letters typed one after another are one item, of which some may be old.
    for (let at = 0; at < item.length; at++) {
      const letter = item.content.str.charAt(at);
      const isMine = own(client, clock + at);
      const last = at > 0 ? found.at(-1) : undefined;
      if (last?.isMine === isMine) last.words += letter;
      else found.push({ words: letter, isMine });
    }
  }
  return found;
}

/** All words in an element, its blocks parted by a space. */
export function allWords(element: Y.XmlElement, had: Had): string {
  return childrenOf(element, had)
    .map(({ element: child, text }) =>
      text ? lettersOf(text, had) : child ? `${allWords(child, had)} ` : "",
    )
    .join("");
}

const NOBODY: Own = () => false;

export const lettersOf = (text: Y.XmlText, had: Had): string =>
  wordsOf(text, had, NOBODY)
    .map(({ words }) => words)
    .join("");

/** An element as a new one, with all that is in it. */
export function copyOf(element: Y.XmlElement, had: Had): Y.XmlElement {
  const copy = new Y.XmlElement(element.nodeName);
  for (const [name, value] of attributesOf(element, had)) copy.setAttribute(name, value as string);
  const children = childrenOf(element, had).map(({ element: child, text }) =>
    child ? copyOf(child, had) : new Y.XmlText(lettersOf(text!, had)),
  );
  copy.insert(0, children);
  return copy;
}
