import type { Editor } from "@tiptap/core";
import type { Transaction } from "@tiptap/pm/state";
import type { Awareness } from "y-protocols/awareness";
import { Store } from "../store";
import { unitAt } from "../text/block-moves";
import { headingAt } from "../text/sections";

/** Where the caret is, in terms that panels speak of. */
export interface Here {
  sectionUid: string | null;
  /** The message, response, list item or block around the caret. */
  unit: { type: string; uid: string | null; pos: number } | null;
  exampleUid: string | null;
}

const NOWHERE: Here = { sectionUid: null, unit: null, exampleUid: null };

/** How long the caret must rest before panels follow it. */
const REST_MS = 90;

/** Tells panels and other people where one's caret is, once it rests. */
export class CaretPlace {
  readonly here = new Store<Here>(NOWHERE);
  readonly hasSelection = new Store(false);
  #rest: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly awareness: Awareness) {}

  /** Takes note of a change of text or caret. */
  followed(editor: Editor, { docChanged, selectionSet }: Transaction): void {
    if (!docChanged && !selectionSet) return;
    if (editor.state.selection.empty) this.hasSelection.set(false);
    this.stop();
    this.#rest = setTimeout(() => {
      if (editor.isDestroyed) return;
      this.hasSelection.set(!editor.state.selection.empty && editor.isFocused);
      this.#look(editor);
    }, REST_MS);
  }

  stop(): void {
    if (this.#rest) clearTimeout(this.#rest);
  }

  /** Says in which section one is; null for nowhere. */
  tell(sectionUid: string | null): void {
    if (this.awareness.getLocalState()?.["section"] === sectionUid) return;
    this.awareness.setLocalStateField("section", sectionUid);
  }

  /** In reading nobody sees a caret of ours. */
  hide(): void {
    this.awareness.setLocalStateField("cursor", null);
    this.awareness.setLocalStateField("section", null);
  }

  #look(editor: Editor): void {
    const { doc, selection } = editor.state;
    const sectionUid = uidOf(headingAt(doc, selection.from)?.node);
    const unit = unitAt(doc, selection.from);
    const top = selection.$from.depth > 0 ? selection.$from.node(1) : null;
    const next: Here = {
      sectionUid,
      unit: unit && { type: unit.node.type.name, uid: uidOf(unit.node), pos: unit.pos },
      exampleUid: top?.type.name === "example" ? uidOf(top) : null,
    };
    if (JSON.stringify(this.here.get()) !== JSON.stringify(next)) this.here.set(next);
    // Before the caret was ever put somewhere, nobody is anywhere.
    if (editor.isEditable && editor.isFocused) this.tell(sectionUid);
  }
}

const uidOf = (node: { attrs: Record<string, unknown> } | null | undefined): string | null =>
  (node?.attrs["uid"] as string | null | undefined) ?? null;
