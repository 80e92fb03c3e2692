import * as Y from "yjs";
import { draftParts } from "./draft-parts";

/** Stands for text before the first heading, and for title, profile and ledger. */
export const NO_SECTION = "";

/**
 * Runs a change of a draft and tells under which headings it changed something: the basis of "who wrote
 * this" and of who may approve it.
 *
 * @returns As `SectionWatch.take`.
 */
export function touchedSections(ydoc: Y.Doc, change: () => void): string[] {
  const watch = new SectionWatch(ydoc);
  try {
    change();
  } finally {
    watch.stop();
  }
  return watch.take();
}

type DeepEvents = readonly Y.YEvent<Y.AbstractType<unknown>>[];

/**
 * Notes under which headings a draft changes, for as long as it watches. Costs the way from what changed
 * back to its heading, and not the length of the draft.
 */
export class SectionWatch {
  private touched = new Set<string>();
  private readonly content: Y.XmlFragment;
  /** Ends the watch. */
  readonly stop: () => void;

  constructor(ydoc: Y.Doc) {
    const { content, prompts, ledger, meta } = draftParts(ydoc);
    this.content = content;
    const inContent = (events: DeepEvents) => events.forEach((event) => this.noteText(event));
    const inPrompts = (events: DeepEvents) => {
      for (const event of events) {
        const ids =
          event.target === (prompts as unknown) ? event.keys.keys() : [String(event.path[0])];
        for (const id of ids) this.touched.add(`prompts/${id}`);
      }
    };
    const elsewhere = () => void this.touched.add(NO_SECTION);
    content.observeDeep(inContent);
    prompts.observeDeep(inPrompts);
    ledger.observe(elsewhere);
    meta.observe(elsewhere);
    this.stop = () => {
      content.unobserveDeep(inContent);
      prompts.unobserveDeep(inPrompts);
      ledger.unobserve(elsewhere);
      meta.unobserve(elsewhere);
    };
  }

  /**
   * What was touched since the last call.
   *
   * @returns Uids of headings in no particular order, those of removed sections included; `prompts/<id>`
   *   for evaluation prompts; NO_SECTION for text before the first heading and for what is no text.
   */
  take(): string[] {
    const touched = [...this.touched];
    if (touched.length > 0) this.touched = new Set();
    return touched;
  }

  private noteText(event: Y.YEvent<Y.AbstractType<unknown>>): void {
    if (event.target === (this.content as unknown)) return this.noteBlocks(event);
    if (saysTheSame(event)) return;
    const block = this.blockOf(event.target);
    if (!block) return;
    this.touched.add(sectionOf(block));
    const former = event.keys.get("uid")?.oldValue as unknown;
    if (typeof former === "string" && isHeading(block)) this.touched.add(former);
  }

  /** Blocks that came or went. */
  private noteBlocks(event: Y.YEvent<Y.AbstractType<unknown>>): void {
    const { added, deleted } = event.changes;
    for (const item of added) this.touched.add(sectionOf(item));
    for (const item of deleted) {
      if (isHeading(item)) this.touched.add(uidOf(item));
      // What stood here belonged to the section that is now before this place.
      this.touched.add(sectionOf(item.left));
    }
  }

  /** The block of the text that holds a type. */
  private blockOf(type: Y.AbstractType<unknown>): Y.Item | null {
    let item = type._item;
    while (item && item.parent !== (this.content as unknown)) {
      item = (item.parent as Y.AbstractType<unknown>)._item;
    }
    return item;
  }
}

/** The heading at or before a block. */
function sectionOf(block: Y.Item | null): string {
  for (let item = block; item; item = item.left) {
    if (!item.deleted && isHeading(item)) return uidOf(item);
  }
  return NO_SECTION;
}

function isHeading({ content }: Y.Item): boolean {
  return (
    content instanceof Y.ContentType &&
    content.type instanceof Y.XmlElement &&
    content.type.nodeName === "heading"
  );
}

/** Of a heading, alive or just deleted: then its attributes are deleted too and no longer given out. */
function uidOf({ content }: Y.Item): string {
  const attribute = (content as Y.ContentType).type._map.get("uid");
  const uid: unknown = attribute?.content.getContent()[0];
  return typeof uid === "string" ? uid : NO_SECTION;
}

/** The binding writes lists (tags of a heading) again when it only meets them; nothing changed then. */
function saysTheSame(event: Y.YEvent<Y.AbstractType<unknown>>): boolean {
  if (!(event.target instanceof Y.XmlElement)) return false;
  const { keys, delta } = event.changes;
  if (delta.length > 0 || keys.size === 0) return false;
  const attributes = event.target.getAttributes() as Record<string, unknown>;
  return [...keys].every(
    ([key, { oldValue }]) => JSON.stringify(oldValue) === JSON.stringify(attributes[key]),
  );
}
