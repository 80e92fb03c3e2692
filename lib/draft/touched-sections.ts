import type * as Y from "yjs";
import { draftParts } from "./draft-parts";

/** Stands for text before the first heading, and for title, profile and ledger. */
export const NO_SECTION = "";

/**
 * Runs a change of a draft and tells under which headings it changed something: the basis of "who wrote
 * this" and of who may approve it.
 *
 * @returns Uids of headings in no particular order, those of removed sections included; `prompts/<id>`
 *   for evaluation prompts; NO_SECTION for text before the first heading and for what is no text.
 */
export function touchedSections(ydoc: Y.Doc, change: () => void): string[] {
  const { content, prompts, ledger, meta } = draftParts(ydoc);
  const touched = new Set<string>();
  const before = headingsOf(content);
  const places = new Set<number>();
  const inContent = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const event of events) for (const index of placesOf(event, content)) places.add(index);
  };
  const inPrompts = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const event of events) {
      const ids =
        event.target === (prompts as unknown) ? event.keys.keys() : [String(event.path[0])];
      for (const id of ids) touched.add(`prompts/${id}`);
    }
  };
  const elsewhere = () => touched.add(NO_SECTION);
  content.observeDeep(inContent);
  prompts.observeDeep(inPrompts);
  ledger.observe(elsewhere);
  meta.observe(elsewhere);
  try {
    change();
  } finally {
    content.unobserveDeep(inContent);
    prompts.unobserveDeep(inPrompts);
    ledger.unobserve(elsewhere);
    meta.unobserve(elsewhere);
  }
  if (places.size > 0) {
    const after = headingsOf(content);
    for (const place of places) touched.add(sectionAt(after, place));
    const left = new Set(after.map(({ uid }) => uid));
    for (const { uid } of before) if (!left.has(uid)) touched.add(uid);
  }
  return [...touched];
}

interface HeadingPlace {
  index: number;
  uid: string;
}

function headingsOf(content: Y.XmlFragment): HeadingPlace[] {
  const found: HeadingPlace[] = [];
  content.toArray().forEach((block, index) => {
    if (!("nodeName" in block) || block.nodeName !== "heading") return;
    const uid = (block as Y.XmlElement).getAttribute("uid");
    found.push({ index, uid: typeof uid === "string" ? uid : NO_SECTION });
  });
  return found;
}

/** Places among the blocks of the text where an event changed something. */
function placesOf(event: Y.YEvent<Y.AbstractType<unknown>>, content: Y.XmlFragment): number[] {
  if (event.target !== (content as unknown)) {
    const place = event.path[0];
    return typeof place === "number" && !saysTheSame(event) ? [place] : [];
  }
  const places: number[] = [];
  let index = 0;
  for (const { retain, insert, delete: removed } of event.changes.delta) {
    if (retain) index += retain;
    if (Array.isArray(insert)) for (const _ of insert) places.push(index++);
    // What stood here belonged to the section that is now before this place.
    if (removed) places.push(index - 1);
  }
  return places;
}

/** The binding writes lists (tags of a heading) again when it only meets them; nothing changed then. */
function saysTheSame(event: Y.YEvent<Y.AbstractType<unknown>>): boolean {
  const { keys, delta } = event.changes;
  if (delta.length > 0 || keys.size === 0) return false;
  const attributes = (event.target as Y.XmlElement).getAttributes() as Record<string, unknown>;
  return [...keys].every(
    ([key, { oldValue }]) => JSON.stringify(oldValue) === JSON.stringify(attributes[key]),
  );
}

function sectionAt(headings: readonly HeadingPlace[], place: number): string {
  return headings.findLast(({ index }) => index <= place)?.uid ?? NO_SECTION;
}
