import type { Node, Schema } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";

/** A shared type and the node (for text, the nodes) that shows it. */
export type NodeMapping = Map<object, Node | Node[]>;

/** What we use of the binding of y-tiptap, which has no types of its own. */
export interface Binding {
  type: Y.XmlFragment;
  doc: Y.Doc;
  mapping: NodeMapping;
  prosemirrorView: EditorView | null;
  mux: (work: () => void) => void;
  /** Where the caret stood before the change, in terms of the shared document. */
  beforeTransactionSelection: RelativeSelection | null;
  /** Called before a change from anywhere: remembers where the caret stands. */
  beforeAllTransactions: () => void;
  _tr: Transaction;
  /** Writes what the editor shows into the shared document. */
  _prosemirrorChanged: (text: Node) => void;
  _forceRerender: () => void;
  _observeFunction: (events: Y.YEvent<Y.AbstractType<unknown>>[], change: Y.Transaction) => void;
}

export interface RelativeSelection {
  type: string;
  anchor: Y.RelativePosition | null;
  head: Y.RelativePosition | null;
  absAnchor: number;
  absHead: number;
}

/** The binding of an editor. Throws when the editor is bound to nothing. */
export function bindingOf(state: EditorState): Binding {
  const found = ySyncPluginKey.getState(state) as { binding?: Binding } | undefined;
  if (!found?.binding) throw new Error("This editor is bound to no shared document.");
  return found.binding;
}

/** Whether a transaction brings what somebody else did, or one's own undo. */
export function isFromOutside(tr: Transaction): boolean {
  const meta = tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined;
  return Boolean(meta?.isChangeOrigin);
}

export type { Schema };
