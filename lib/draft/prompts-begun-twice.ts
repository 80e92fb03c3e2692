import * as Y from "yjs";
import { draftParts } from "./draft-parts";
import { copyOf } from "./moved/copy-of";
import { elementsIn } from "./moved/elements-in";
import { piecesOf, type Piece, type View } from "./moved/pieces";
import { beforeView } from "./moved/views";

/**
 * Two people can begin the evaluation prompts of one marker at once. Of two entries under one key the shared
 * document keeps one, everywhere the same. Whoever wrote the other brings its conversations behind those
 * that stayed, and nobody else does, so that they are there once.
 *
 * Call it in "afterTransaction", while what went can still be read.
 *
 * @returns Ids of the markers whose prompts were brought together.
 */
export function joinPromptsBegunTwice(change: Y.Transaction): string[] {
  const { doc } = change;
  const { prompts } = draftParts(doc);
  const keys = change.changed.get(prompts as never);
  if (change.local || !keys) return [];
  const joined: string[] = [];
  const view = beforeView(change);
  for (const id of keys) {
    const stays = id === null ? undefined : prompts.get(id);
    const entry = id === null ? undefined : prompts._map.get(id);
    if (!stays || !entry) continue;
    for (const lost of lostEntries(entry, view)) {
      const blocks = elementsIn(lost, view).filter(
        (block) => block._item?.id.client === doc.clientID && isWritten(block, view),
      );
      if (blocks.length === 0) continue;
      const copies = blocks.map((block) => copyOf(block, view));
      doc.transact(() => stays.insert(stays.length, copies), JOIN);
      joined.push(id!);
    }
  }
  return joined;
}

/** The origin of the change: nobody's undo takes it back. */
const JOIN = "join prompts";

/** Entries that went in a change because another was made without knowing them. */
function lostEntries(entry: Y.Item, view: View): Y.XmlFragment[] {
  const found: Y.XmlFragment[] = [];
  let knew = entry.origin;
  for (let item = entry.left; item !== null; item = item.left) {
    const isKnown = knew?.client === item.id.client && knew.clock === item.id.clock;
    // Somebody who had seen it put another in its place, and meant to.
    if (isKnown) break;
    knew = item.origin;
    const type = item.content instanceof Y.ContentType ? item.content.type : null;
    const isLost = item.deleted && view(item, item.id.clock).isThere;
    if (isLost && type instanceof Y.XmlFragment) found.push(type);
  }
  return found;
}

/** Whether a block says anything of its own: the header and a conversation without words are there already. */
function isWritten(block: Y.XmlElement, view: View): boolean {
  const pieces = piecesOf([block], view);
  const isHeader =
    block.nodeName === "paragraph" &&
    pieces.some(({ word }) => word.startsWith("evaluationMarker"));
  return !isHeader && pieces.some(isLetter);
}

const isLetter = ({ kind, word }: Piece) => kind !== "line" && word.trim() !== "";
