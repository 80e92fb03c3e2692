import type * as Y from "yjs";
import type { BlockJson } from "@/lib/spec/block-json";
import { checkSize } from "@/lib/spec/check-size";
import { specDocument, type ProfileName, type SpecDocument } from "@/lib/spec/document";
import type { AuthorityLevel } from "@/lib/spec/levels";
import { readBlocks } from "@/lib/spec/read-document";
import { readLedger } from "@/lib/spec/read-parts";
import { draftParts } from "./draft-parts";
import { fromDraftBlocks } from "./draft-marks";
import { fragmentJson } from "./fragment-json";

/**
 * The spec that a shared document holds at this moment, in normal form. Changes nothing.
 *
 * @param levels The authority levels of the spec, which are no part of the shared document.
 * @throws UnreadableDocument when the shared document holds what the schema does not allow.
 */
export function readDraft(ydoc: Y.Doc, levels: AuthorityLevel[]): SpecDocument {
  const { content, prompts, ledger, meta } = draftParts(ydoc);
  const title = meta.get("title");
  return specDocument({
    profile: profileOf(meta.get("profile")),
    title: typeof title === "string" ? title : null,
    levels,
    content: blocksOf(content, "$.content"),
    prompts: [...prompts.entries()]
      .map(([id, fragment]) => ({ id, content: blocksOf(fragment, `$.prompts.${id}`) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ledger: readLedger(ledger.toJSON()),
  });
}

function blocksOf(fragment: Y.XmlFragment, path: string): BlockJson[] {
  const blocks = fragmentJson(fragment);
  checkSize(blocks);
  return readBlocks(fromDraftBlocks(blocks), path);
}

const profileOf = (value: unknown): ProfileName => (value === "generic" ? "generic" : "model-spec");
