import type { Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { canJoin } from "@tiptap/pm/transform";
import * as Y from "yjs";
import type { Carried } from "@/lib/draft/moved/carry-words";
import { readDraft } from "@/lib/draft/read-draft";
import { canonicalJson } from "@/lib/spec/canonical-json";
import type { SpecDocument } from "@/lib/spec/document";
import { MODEL_SPEC_LEVELS } from "@/lib/spec/levels";
import { watchOwnWords } from "../binding/own-words";
import { moveSection } from "../text/move-section";
import { boundEditor, draftOf } from "./bound-editor";

/** Somebody with an editor on a copy of a draft. Places in the text are named by the words that stand there. */
export interface Writer {
  ydoc: Y.Doc;
  carried: Carried[];
  failures: unknown[];
  doc: () => Node;
  state: () => EditorState;
  dispatch: (tr: EditorState["tr"]) => void;
  /** Writes words before others. */
  type: (before: string, words: string) => void;
  /** Takes words away. */
  erase: (words: string) => void;
  /** Breaks a line before some words, as Enter does. */
  split: (before: string) => void;
  /** Joins the line that begins with some words to the one before it, as Backspace does, when that can be. */
  join: (first: string) => void;
  /** Puts a mark on words. */
  mark: (words: string, mark: string, attrs?: Record<string, unknown>) => void;
  /** Puts a reference to a section before words. */
  refer: (before: string, id: string) => void;
  /** Moves a section, named by its title, behind another. */
  move: (title: string, target: string) => void;
  destroy: () => void;
}

function writer(ydoc: Y.Doc): Writer {
  const { editor, failures } = boundEditor(ydoc);
  const carried: Carried[] = [];
  const stop = watchOwnWords(ydoc, {
    isSaved: () => true,
    onCarried: (found) => carried.push(found),
  });
  const { view } = editor;
  const doc = () => editor.state.doc;
  const tr = () => editor.state.tr;
  return {
    ydoc,
    carried,
    failures,
    doc,
    state: () => editor.state,
    dispatch: (change) => view.dispatch(change),
    type: (before, words) => view.dispatch(tr().insertText(words, placeOf(doc(), before))),
    erase: (words) => {
      const at = placeOf(doc(), words);
      view.dispatch(tr().delete(at, at + words.length));
    },
    split: (before) => {
      const at = placeOf(doc(), before);
      const $at = doc().resolve(at);
      const isItem = $at.node(-1).type.name === "listItem";
      const { paragraph } = editor.schema.nodes;
      const after = $at.parent.type.name === "heading" ? [{ type: paragraph! }] : undefined;
      view.dispatch(tr().split(at, isItem ? 2 : 1, after));
    },
    join: (first) => {
      const $at = doc().resolve(placeOf(doc(), first));
      const isItem = $at.node(-1).type.name === "listItem";
      const at = $at.before(isItem ? -1 : undefined);
      if (canJoin(doc(), at)) view.dispatch(tr().join(at, isItem ? 2 : 1));
    },
    mark: (words, mark, attrs) => {
      const at = placeOf(doc(), words);
      view.dispatch(tr().addMark(at, at + words.length, editor.schema.mark(mark, attrs)));
    },
    refer: (before, id) => {
      const reference = editor.schema.nodes["crossReference"]!.create({ id });
      view.dispatch(tr().insert(placeOf(doc(), before), reference));
    },
    move: (title, target) => {
      const change = moveSection(editor.state, uidOfTitle(doc(), title), {
        kind: "after",
        target: uidOfTitle(doc(), target),
      });
      if (change) view.dispatch(change);
    },
    destroy: () => {
      stop();
      editor.destroy();
    },
  };
}

export function placeOf(doc: Node, words: string): number {
  let found = -1;
  doc.descendants((node, pos) => {
    if (!node.isTextblock || found >= 0) return;
    const text = node.textBetween(0, node.content.size, undefined, "\ufffc");
    const at = text.indexOf(words);
    if (at >= 0) found = pos + 1 + at;
  });
  if (found < 0) throw new Error(`"${words}" is not in the text.`);
  return found;
}

function uidOfTitle(doc: Node, title: string): string {
  const heading = doc.content.content.find(
    (node) => node.type.name === "heading" && node.textContent.startsWith(title),
  );
  if (!heading) throw new Error(`No section is called "${title}".`);
  return String(heading.attrs["uid"]);
}

/**
 * Some writers on copies of one draft, and how they tell each other everything.
 *
 * @param clientIds Their numbers in the shared document, which decide between copies.
 */
export function writers(
  count: number,
  document: SpecDocument,
  clientIds = Array.from({ length: count }, (_, place) => place + 1),
) {
  const first = draftOf(document);
  const all = Array.from({ length: count }, (_, place) => {
    const ydoc = place === 0 ? first : new Y.Doc();
    if (place > 0) Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(first), "remote");
    ydoc.clientID = clientIds[place]!;
    return writer(ydoc);
  });
  const send = (from: Writer, to: Writer) =>
    Y.applyUpdate(
      to.ydoc,
      Y.encodeStateAsUpdate(from.ydoc, Y.encodeStateVector(to.ydoc)),
      "remote",
    );
  const settle = () => {
    const pairs = all.flatMap((from) => all.map((to) => [from, to] as const));
    for (let round = 0; round < 4; round++) {
      for (const [from, to] of pairs) if (from !== to) send(from, to);
    }
  };
  return { all, send, settle };
}

/** The spec that a writer has, letter for letter. */
export const specOf = ({ ydoc }: Pick<Writer, "ydoc">) =>
  canonicalJson(readDraft(ydoc, MODEL_SPEC_LEVELS));

/** What a writer sees, a line for each block. */
export const wordsOf = (of: Writer) => of.doc().textBetween(0, of.doc().content.size, "\n");
