import * as Y from "yjs";
import { updateYFragment } from "@tiptap/y-tiptap";
import type { BlockJson } from "@/lib/spec/block-json";
import { canonicalJson } from "@/lib/spec/canonical-json";
import type { SpecDocument } from "@/lib/spec/document";
import { toDraftBlocks } from "./draft-marks";
import { draftParts } from "./draft-parts";
import { draftSchema } from "./draft-schema";

/** The state of a new shared document that holds a spec, as one update. */
export function seedDraft(document: SpecDocument): Uint8Array {
  const ydoc = new Y.Doc();
  writeDraft(ydoc, document);
  const state = Y.encodeStateAsUpdate(ydoc);
  ydoc.destroy();
  return state;
}

/**
 * Makes a shared document say what `document` says, and touches only what differs: people who are
 * typing elsewhere in it notice nothing.
 *
 * @param origin Names the change to listeners of the shared document.
 */
export function writeDraft(ydoc: Y.Doc, document: SpecDocument, origin: unknown = null): void {
  ydoc.transact(() => {
    const { content, prompts, ledger, meta } = draftParts(ydoc);
    writeBlocks(content, document.content);
    writePrompts(prompts, document);
    if (canonicalJson(ledger.toJSON()) !== canonicalJson(document.ledger)) {
      ledger.delete(0, ledger.length);
      ledger.push(document.ledger);
    }
    for (const key of ["title", "profile"] as const) {
      if (meta.get(key) !== document[key]) meta.set(key, document[key]);
    }
  }, origin);
}

/** The same for a run of blocks alone. */
export function writeBlocks(fragment: Y.XmlFragment, blocks: readonly BlockJson[]): void {
  if (!fragment.doc) throw new TypeError("The fragment belongs to no document yet.");
  const node = draftSchema.nodeFromJSON({ type: "doc", content: toDraftBlocks(blocks) });
  updateYFragment(fragment.doc, fragment, node, { mapping: new Map(), isOMark: new Map() });
}

function writePrompts(prompts: Y.Map<Y.XmlFragment>, document: SpecDocument): void {
  const wanted = new Set(document.prompts.map(({ id }) => id));
  for (const id of prompts.keys()) if (!wanted.has(id)) prompts.delete(id);
  for (const { id, content } of document.prompts) {
    let fragment = prompts.get(id);
    if (!fragment) prompts.set(id, (fragment = new Y.XmlFragment()));
    writeBlocks(fragment, content);
  }
}
