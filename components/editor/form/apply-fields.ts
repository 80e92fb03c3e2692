import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { placeOfUid } from "../binding/light-binding";
import { findSection } from "../text/sections";
import { ownBlocks, type ClauseFields } from "./clause-fields";
import { blocksOf, inlineOf } from "./field-nodes";

/** What an answer to "save" was: the change, and what somebody else had changed meanwhile. */
export interface Applied {
  tr: Transaction;
  conflicts: string[];
}

/**
 * Puts changed fields into the text, and touches nothing else. A block that somebody else changed since
 * the form was opened is left as they wrote it and named.
 *
 * @param base The fields as the form was opened, with the blocks they came from.
 */
export function applyFields(
  tr: Transaction,
  base: ClauseFields,
  wanted: ClauseFields,
  nodes: ReadonlyMap<string, Node>,
): Applied {
  const conflicts: string[] = [];
  const replace = (key: string, content: Node[]) => {
    const pos = placeOfUid(tr.doc, key);
    const now = pos === null ? null : tr.doc.nodeAt(pos);
    if (pos === null || !now || !nodes.get(key)?.eq(now)) {
      conflicts.push(key);
      return;
    }
    tr.replaceWith(pos, pos + now.nodeSize, content);
  };
  const { schema } = tr.doc.type;
  applyHeading(tr, base, wanted, replace, nodes);
  const before = new Map(base.blocks.map((field) => [field.key, field]));
  for (const field of wanted.blocks) {
    const old = before.get(field.key);
    if (!old || same(old, field)) continue;
    const node = nodes.get(field.key);
    if (node) replace(field.key, blocksOf(field, node, schema));
  }
  const kept = new Set(wanted.blocks.map(({ key }) => key));
  for (const { key } of base.blocks) if (!kept.has(key)) replace(key, []);
  const added = wanted.blocks.filter(({ key }) => !before.has(key));
  const end = endOfOwn(tr.doc, wanted.uid);
  if (added.length > 0 && end !== null) {
    tr.insert(
      end,
      added.flatMap((field) => blocksOf(field, null, schema)),
    );
  }
  return { tr, conflicts };
}

function applyHeading(
  tr: Transaction,
  base: ClauseFields,
  wanted: ClauseFields,
  replace: (key: string, content: Node[]) => void,
  nodes: ReadonlyMap<string, Node>,
): void {
  const heading = nodes.get(wanted.uid);
  if (!heading) return;
  if (base.title !== wanted.title) {
    const content = inlineOf(wanted.title, heading.type.schema);
    replace(wanted.uid, [
      heading.type.create({ ...heading.attrs, authority: wanted.authority }, content),
    ]);
  } else if (base.authority !== wanted.authority) {
    const pos = placeOfUid(tr.doc, wanted.uid);
    if (pos !== null) tr.setNodeAttribute(pos, "authority", wanted.authority);
  }
}

function endOfOwn(doc: Node, uid: string): number | null {
  const section = findSection(doc, uid);
  const blocks = ownBlocks(doc, uid);
  return section && blocks
    ? section.from + blocks.reduce((size, node) => size + node.nodeSize, 0)
    : null;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
