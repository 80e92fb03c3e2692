import * as Y from "yjs";
import { draftSchema } from "../draft-schema";
import type { MergedLine, Part } from "./merge-pieces";
import type { Attributes, Piece } from "./pieces";

/** Makes a line of the copy say what the merged one says, and touches only what differs. */
export function writeLine({ line, parts, before }: MergedLine): boolean {
  const element = line.type as Y.XmlElement;
  const kept = new Set(parts.flatMap(({ piece, isNew }) => (isNew ? [] : [piece])));
  const isSame = kept.size === before.length && kept.size === parts.length;
  if (isSame && parts.every(({ marks }) => marks === null)) return false;
  const brought = parts.filter(({ isNew }) => isNew);
  if (brought.some(({ piece }) => piece.kind === "atom")) {
    element.delete(0, element.length);
    element.insert(0, contentOf(parts, element.nodeName));
    return true;
  }
  removePieces(
    element,
    before.filter((piece) => !kept.has(piece)),
    before,
  );
  const offsets = offsetsIn(before.filter((piece) => kept.has(piece)));
  for (const { piece, marks } of parts) {
    if (marks) setMarks(piece, offsets.get(piece)!, marks);
  }
  insertLetters(element, parts, offsets);
  return true;
}

/** Where letters stand in their text. */
function offsetsIn(pieces: readonly Piece[]): Map<Piece, number> {
  const lengths = new Map<Piece["type"], number>();
  return new Map(
    pieces.map((piece): [Piece, number] => {
      const offset = lengths.get(piece.type) ?? 0;
      if (piece.kind === "letter") lengths.set(piece.type, offset + piece.length);
      return [piece, offset];
    }),
  );
}

function removePieces(
  element: Y.XmlElement,
  gone: readonly Piece[],
  before: readonly Piece[],
): void {
  const offsets = offsetsIn(before);
  for (const piece of gone.toReversed()) {
    if (piece.kind === "letter") {
      (piece.type as Y.XmlText).delete(offsets.get(piece)!, piece.length);
    } else element.delete(element.toArray().indexOf(piece.type as Y.XmlElement), 1);
  }
}

function setMarks({ kind, type, length }: Piece, offset: number, marks: Attributes): void {
  if (kind === "letter") return (type as Y.XmlText).format(offset, length, marks);
  const { marked } = marks;
  if (marked === null) (type as Y.XmlElement).removeAttribute("marked");
  else (type as Y.XmlElement).setAttribute("marked", marked as string);
}

/** From the end, so that places before stay right. */
function insertLetters(
  element: Y.XmlElement,
  parts: readonly Part[],
  offsets: ReadonlyMap<Piece, number>,
): void {
  let end = parts.length;
  while (end > 0) {
    let from = end;
    while (from > 0 && parts[from - 1]!.isNew) from -= 1;
    if (from < end) {
      const run = deltaOf(parts.slice(from, end), element.nodeName);
      const [text, at] = placeFor(element, parts[from - 1]?.piece, parts[end]?.piece, offsets);
      for (const { insert, attributes } of run.toReversed()) {
        text.insert(at, insert, attributes);
      }
    }
    end = from - 1;
  }
}

function placeFor(
  element: Y.XmlElement,
  before: Piece | undefined,
  after: Piece | undefined,
  offsets: ReadonlyMap<Piece, number>,
): [Y.XmlText, number] {
  if (before?.kind === "letter") {
    return [before.type as Y.XmlText, offsets.get(before)! + before.length];
  }
  if (after?.kind === "letter") return [after.type as Y.XmlText, offsets.get(after)!];
  const children = element.toArray();
  const place = before ? children.indexOf(before.type as Y.XmlElement) + 1 : 0;
  const there = children[place];
  if (there instanceof Y.XmlText) return [there, 0];
  const text = new Y.XmlText();
  element.insert(place, [text]);
  return [text, 0];
}

/** Letters and atoms as the children of a new line. */
export function contentOf(parts: readonly Part[], type: string): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let from = 0;
  while (from < parts.length) {
    const { piece, marks } = parts[from]!;
    let end = from + 1;
    if (piece.kind === "atom") {
      if (
        draftSchema.nodes[type]!.contentMatch.matchType(draftSchema.nodes[piece.holders[0]!.type]!)
      ) {
        children.push(atomOf(piece, { ...piece.marks, ...marks }));
      }
    } else {
      while (parts[end]?.piece.kind === "letter") end += 1;
      const text = new Y.XmlText();
      text.applyDelta(deltaOf(parts.slice(from, end), type));
      children.push(text);
    }
    from = end;
  }
  return children;
}

function atomOf({ holders }: Piece, { marked }: Attributes): Y.XmlElement {
  const { type, attributes } = holders[0]!;
  const atom = elementOf(type, attributes);
  if (marked !== undefined && marked !== null) atom.setAttribute("marked", marked as string);
  return atom;
}

export function elementOf(type: string, attributes: Attributes): Y.XmlElement {
  const element = new Y.XmlElement(type);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value as string);
  }
  return element;
}

interface Insert {
  insert: string;
  attributes: Attributes;
}

/** Letters with equal marks as one insertion; marks that a line cannot have stay away. */
function deltaOf(parts: readonly Part[], type: string): Insert[] {
  const found: Insert[] = [];
  for (const { piece, marks } of parts) {
    const attributes = Object.fromEntries(
      Object.entries({ ...piece.marks, ...marks }).filter(
        ([name, value]) => value !== null && allows(type, name),
      ),
    );
    const last = found.at(-1);
    if (last && JSON.stringify(last.attributes) === JSON.stringify(attributes)) {
      last.insert += piece.word;
    } else found.push({ insert: piece.word, attributes });
  }
  return found;
}

/** The binding adds a hash to the name of a mark that may stand several times on one text. */
function allows(type: string, name: string): boolean {
  const mark = draftSchema.marks[name.replace(/--[A-Za-z0-9+/=]{8}$/, "")];
  return mark !== undefined && draftSchema.nodes[type]!.allowsMarkType(mark);
}
