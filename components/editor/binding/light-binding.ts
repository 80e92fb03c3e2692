import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import {
  getRelativeSelection,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { Binding, RelativeSelection } from "./binding";
import { readElement } from "./read-element";
import { shownSelection } from "./shown-selection";
import { writeChangedBlock } from "./write-changed-block";

export interface LightBindingOptions {
  /** Somebody's change cannot be shown with this schema. Nothing was deleted; the editor must go. */
  onUnreadable: (error: unknown) => void;
  /** Called with the blocks of the text before and after somebody else's change. */
  onRemote?: (before: Node, after: Node) => void;
}

/**
 * Makes the binding bring in other people's changes block by block, and write one's own so.
 *
 * As it comes, y-tiptap reads the whole shared document again at each change by somebody else and
 * replaces the whole text: on a spec of 270 KB that is tens of milliseconds per key press of anybody,
 * and every decoration and every composition of an input method is lost. Here only blocks that changed
 * are read and replaced, and nothing that cannot be read is ever deleted.
 */
export function lighten(binding: Binding, options: LightBindingOptions): void {
  binding._forceRerender = () => guarded(binding, options, () => renderAll(binding));
  binding._observeFunction = (events, change) => {
    if (binding.prosemirrorView === null || events.length === 0) return;
    guarded(binding, options, () => bringIn(binding, change, options));
  };
  const writeAll = binding._prosemirrorChanged.bind(binding);
  binding._prosemirrorChanged = (text) => {
    // Only the caret moved, or what changed came from the shared document itself.
    if (binding.mapping.get(binding.type) === text) return;
    binding.doc.transact(() => {
      if (!writeChangedBlock(binding, text)) return writeAll(text);
      binding.beforeTransactionSelection = relativeSelection(binding);
    }, ySyncPluginKey);
  };
  binding.beforeAllTransactions = () => {
    if (binding.prosemirrorView) binding.beforeTransactionSelection ??= relativeSelection(binding);
  };
}

function relativeSelection(binding: Binding): RelativeSelection {
  const selection = shownSelection(binding.prosemirrorView!);
  return getRelativeSelection(binding as never, { selection } as never) as RelativeSelection;
}

function guarded(binding: Binding, options: LightBindingOptions, work: () => void): void {
  let failure: unknown = null;
  binding.mux(() => {
    try {
      work();
    } catch (error) {
      failure = error ?? new Error("unknown");
    }
  });
  if (failure !== null) {
    // Unbound at once: an editor that shows an older text must not write it over the newer one.
    binding.prosemirrorView = null;
    binding.mux = () => undefined;
    options.onUnreadable(failure);
  }
}

function renderAll(binding: Binding): void {
  binding.mapping.clear();
  const view = binding.prosemirrorView!;
  const blocks = readBlocks(binding);
  const { selection } = view.state;
  const tr = binding._tr.replace(
    0,
    view.state.doc.content.size,
    new Slice(Fragment.from(blocks), 0, 0),
  );
  const clamp = (pos: number) => Math.min(Math.max(pos, 0), tr.doc.content.size);
  tr.setSelection(
    TextSelection.between(
      tr.doc.resolve(clamp(selection.anchor)),
      tr.doc.resolve(clamp(selection.head)),
    ),
  );
  view.dispatch(tr.setMeta(ySyncPluginKey, { isChangeOrigin: true, binding }));
  binding.mapping.set(binding.type, view.state.doc);
}

function bringIn(binding: Binding, change: Y.Transaction, options: LightBindingOptions): void {
  const view = binding.prosemirrorView!;
  forget(binding, change);
  const before = view.state.doc;
  const tr = replaceChanged(binding._tr, before, readBlocks(binding));
  restoreSelection(tr, binding, before);
  const byUndo = change.origin instanceof Y.UndoManager;
  if (byUndo) tr.scrollIntoView();
  view.dispatch(tr.setMeta(ySyncPluginKey, { isChangeOrigin: true, isUndoRedoOperation: byUndo }));
  binding.mapping.set(binding.type, view.state.doc);
  if (!byUndo) options.onRemote?.(before, view.state.doc);
}

/** What changed, and all that holds it, must be read again. */
function forget({ mapping }: Binding, change: Y.Transaction): void {
  change.changed.forEach((_, type) => mapping.delete(type));
  change.changedParentTypes.forEach((_, type) => mapping.delete(type));
  Y.iterateDeletedStructs(change, change.deleteSet, (struct) => {
    const content = struct instanceof Y.Item ? struct.content : null;
    if (content instanceof Y.ContentType) mapping.delete(content.type);
  });
}

function readBlocks({ type, mapping, prosemirrorView }: Binding): Node[] {
  const { schema } = prosemirrorView!.state;
  return type.toArray().map((child) => readElement(child as Y.XmlElement, schema, mapping));
}

/** Replaces the run of blocks from the first to the last that is not the same object as before. */
export function replaceChanged(
  tr: Transaction,
  before: Node,
  blocks: readonly Node[],
): Transaction {
  const count = Math.min(before.childCount, blocks.length);
  let same = 0;
  let from = 0;
  while (same < count && before.child(same) === blocks[same]) from += before.child(same++).nodeSize;
  let sameAtEnd = 0;
  let to = before.content.size;
  while (sameAtEnd < count - same) {
    const node = before.child(before.childCount - 1 - sameAtEnd);
    if (node !== blocks[blocks.length - 1 - sameAtEnd]) break;
    to -= node.nodeSize;
    sameAtEnd += 1;
  }
  const between = blocks.slice(same, blocks.length - sameAtEnd);
  if (from === to && between.length === 0) return tr;
  return tr.replace(from, to, new Slice(Fragment.from(between as Node[]), 0, 0));
}

/** Puts the caret back to the letter it stood at. */
function restoreSelection(tr: Transaction, binding: Binding, before: Node): void {
  const kept = binding.beforeTransactionSelection;
  if (!kept || !tr.docChanged || kept.type !== "text") return;
  const anchor = positionOf(kept.anchor, kept.absAnchor, tr, binding, before);
  const head = positionOf(kept.head, kept.absHead, tr, binding, before);
  if (anchor === null && head === null) return;
  const [from, to] = [anchor ?? head!, head ?? anchor!];
  tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)));
}

function positionOf(
  relative: Y.RelativePosition | null,
  absolute: number,
  tr: Transaction,
  { doc, type, mapping }: Binding,
  before: Node,
): number | null {
  const found =
    relative &&
    (relativePositionToAbsolutePosition(doc, type, relative, mapping as never) as number | null);
  const inside = (pos: number) => pos >= 0 && pos <= tr.doc.content.size;
  if (
    found !== null &&
    found !== undefined &&
    inside(found) &&
    tr.doc.resolve(found).parent.isTextblock
  ) {
    return found;
  }
  return byIdentity(absolute, tr.doc, before);
}

/** A block that was moved is a new one in the shared document; its uid says that it is the same. */
function byIdentity(absolute: number, after: Node, before: Node): number | null {
  const $old = before.resolve(absolute);
  for (let depth = $old.depth; depth > 0; depth--) {
    const uid = $old.node(depth).attrs["uid"] as string | null | undefined;
    if (!uid) continue;
    const home = placeOfUid(after, uid);
    if (home === null) continue;
    const offset = absolute - $old.before(depth);
    const size = after.nodeAt(home)?.nodeSize ?? 0;
    return home + Math.min(offset, Math.max(1, size - 1));
  }
  return null;
}

/** Where the block with this uid begins, null when there is none. */
export function placeOfUid(doc: Node, uid: string): number | null {
  let place: number | null = null;
  doc.descendants((node, pos) => {
    if (place !== null || (node.isTextblock === true && node.attrs["uid"] !== uid)) return false;
    if (node.attrs["uid"] === uid) place = pos;
    return place === null;
  });
  return place;
}
