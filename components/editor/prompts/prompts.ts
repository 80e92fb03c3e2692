import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { addPrompts, removePrompts, renewHeader } from "@/lib/draft/draft-prompts";
import { draftParts } from "@/lib/draft/draft-parts";
import { joinPromptsBegunTwice } from "@/lib/draft/prompts-begun-twice";
import { mintUid } from "@/lib/mint-uid";
import type { Desk } from "../desk";
import { Store } from "../store";
import { headingAt } from "../text/sections";
import { newMarkerId } from "./new-marker-id";
import { PromptsStore } from "./prompts-store";

/**
 * The evaluation prompts of an open draft: which are open beside the text, and how they come, go and find
 * their sentence. Each change is a step of the same undo as the text, because marker and prompts belong
 * together.
 */
export class Prompts {
  readonly counts: PromptsStore;
  /** The marker whose prompts are open. */
  readonly opened = new Store<string | null>(null);
  #undo: Y.UndoManager | null = null;

  constructor(private readonly desk: Desk) {
    this.counts = new PromptsStore(desk.session.ydoc);
    desk.session.ydoc.on("afterTransaction", this.#join);
  }

  readonly #join = (change: Y.Transaction): void => {
    if (joinPromptsBegunTwice(change).length === 0) return;
    this.desk.tell("Somebody began the same evaluation prompts. Yours stand behind theirs.");
  };

  /** Lets one's undo of the text take back what one did to prompts, too. */
  joinUndo(editor: Editor): void {
    const state = yUndoPluginKey.getState(editor.state) as
      { undoManager: Y.UndoManager } | undefined;
    this.#undo = state?.undoManager ?? null;
    this.#undo?.addToScope([draftParts(this.#ydoc).prompts]);
    this.#undo?.on("stack-item-popped", ({ changedParentTypes }) => {
      const { prompts } = draftParts(this.#ydoc);
      for (const [id, fragment] of prompts) {
        if (!changedParentTypes.has(fragment as never) || this.opened.get() === id) continue;
        this.desk.tell(`A change of the evaluation prompts ${id} was taken back or made again.`);
      }
    });
  }

  stop(): void {
    this.#ydoc.off("afterTransaction", this.#join);
    this.counts.stop();
  }

  readonly undo = (): boolean => this.desk.editor.get()?.commands.undo() ?? false;
  readonly redo = (): boolean => this.desk.editor.get()?.commands.redo() ?? false;

  /** Opens the prompts of a marker. A footnote looks alike and has none. */
  open(id: string): void {
    const isMarker = this.desk.index.index().markers.some((marker) => marker.id === id);
    if (isMarker || this.counts.get().has(id)) this.opened.set(id);
  }

  close(): void {
    this.opened.set(null);
    this.desk.focusSoon();
  }

  /** Puts a new marker at the caret, with its first prompts, and opens them. */
  addHere(): void {
    const id = newMarkerId(new Set(this.counts.get().keys()));
    if (!this.placeHere(id)) return;
    this.write(id);
  }

  /** Puts the marker of prompts at the caret. */
  placeHere(id: string): boolean {
    const editor = this.desk.editor.get();
    if (!editor?.isEditable) return false;
    const pos = placeForMarker(editor.state);
    if (pos === null) {
      this.desk.tell("Put the caret into a sentence first: prompts test what a sentence says.");
      return false;
    }
    this.#undo?.stopCapturing();
    const marker = editor.schema.nodes["evaluationMarker"]!.create({ id });
    editor.view.dispatch(editor.state.tr.insert(pos, marker));
    this.desk.index.refresh();
    return true;
  }

  /** Makes the first prompts of a marker that stands in the text, and opens them. */
  write(id: string): void {
    const sectionTitle = this.#titleAt(id) ?? "";
    addPrompts(this.#ydoc, { id, sectionTitle, mint: mintUid }, ySyncPluginKey);
    this.#undo?.stopCapturing();
    this.opened.set(id);
  }

  /** Takes prompts out of the draft, and their marker out of the text. One undo brings both back. */
  remove(id: string): void {
    const editor = this.desk.editor.get();
    if (!editor?.isEditable) return;
    this.#undo?.stopCapturing();
    const { tr } = editor.state;
    for (const { pos, node } of markersIn(editor.state.doc, id).toReversed()) {
      tr.delete(pos, pos + node.nodeSize);
    }
    if (tr.docChanged) editor.view.dispatch(tr);
    removePrompts(this.#ydoc, id, ySyncPluginKey);
    this.#undo?.stopCapturing();
    this.close();
    this.desk.tell(`The evaluation prompts ${id} are gone. Undo in the text brings them back.`);
  }

  /** Lets the header say in which section the marker stands now. */
  renewHeader(id: string): void {
    const title = this.#titleAt(id);
    if (title !== null) renewHeader(this.#ydoc, id, title, ySyncPluginKey);
  }

  get #ydoc(): Y.Doc {
    return this.desk.session.ydoc;
  }

  #titleAt(id: string): string | null {
    const doc = this.desk.editor.get()?.state.doc;
    const [first] = doc ? markersIn(doc, id) : [];
    return first ? (headingAt(doc!, first.pos)?.node.textContent ?? "") : null;
  }
}

function markersIn(doc: Node, id: string): { pos: number; node: Node }[] {
  const found: { pos: number; node: Node }[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === "evaluationMarker" && node.attrs["id"] === id) found.push({ pos, node });
  });
  return found;
}

/** Behind what is selected, when that is in a sentence: titles and literal text are none. */
function placeForMarker({ selection }: EditorState): number | null {
  return selection.$to.parent.type.name === "paragraph" ? selection.to : null;
}
