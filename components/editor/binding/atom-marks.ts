import { Extension } from "@tiptap/core";
import type { Mark, Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "@tiptap/pm/state";
import { RemoveMarkStep } from "@tiptap/pm/transform";
import { isMarkedAtom } from "@/lib/draft/draft-schema";
import type { MarkJson } from "@/lib/spec/block-json";
import { isFromOutside } from "./binding";
import { touchedRanges, type TouchedRange } from "./touched-ranges";

/**
 * A reference inside bold words is bold too, but the shared document keeps marks on text alone: in a
 * draft an inline atom has them in its attribute `marked`. This follows what one does in the editor
 * (make bold, take a link off) into that attribute, and takes the marks themselves off again.
 */
export const AtomMarks = Extension.create({
  name: "atomMarks",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("atomMarks"),
      appendTransaction(transactions, before, { doc, tr }) {
        const own = transactions.filter((change) => change.docChanged && !isFromOutside(change));
        if (own.length === 0) return null;
        for (const { from, to, step } of [...touchedRanges(own), ...removalsIn(before, own)]) {
          doc.nodesBetween(from, Math.min(to, doc.content.size), (node, pos) => {
            if (!isMarkedAtom(node.type.name)) return;
            if (step instanceof RemoveMarkStep) takeOff(tr, node, pos, step.mark);
            if (node.marks.length > 0) takeIn(tr, node, pos);
          });
        }
        return tr.docChanged ? tr : null;
      },
    }),
  ],
});

/**
 * Steps that take marks off cover text alone, because an atom has no marks to take off: what was selected
 * says which atoms were meant.
 */
function removalsIn({ selection }: EditorState, own: readonly Transaction[]): TouchedRange[] {
  return own.flatMap((change) =>
    change.steps
      .filter((step) => step instanceof RemoveMarkStep)
      .map((step) => ({ from: selection.from, to: selection.to, step })),
  );
}

/** The marks an atom carries, as the editor knows them. */
export function marksOfAtom(node: Node): readonly Mark[] {
  const { schema } = node.type;
  const marked = node.attrs["marked"] as MarkJson[] | null;
  return (marked ?? []).flatMap((json) =>
    schema.marks[json.type] ? [schema.markFromJSON(json)] : [],
  );
}

function takeIn(tr: Transaction, node: Node, pos: number): void {
  setMarked(
    tr,
    pos,
    node.marks.reduce((set, mark) => mark.addToSet(set), marksOfAtom(node)),
  );
  tr.removeMark(pos, pos + node.nodeSize);
}

function takeOff(tr: Transaction, node: Node, pos: number, mark: Mark): void {
  const kept = marksOfAtom(node).filter(({ type }) => type !== mark.type);
  if (kept.length < marksOfAtom(node).length) setMarked(tr, pos, kept);
}

function setMarked(tr: Transaction, pos: number, marks: readonly Mark[]): void {
  const json = marks.map((mark) => mark.toJSON() as MarkJson);
  tr.setNodeAttribute(pos, "marked", json.length > 0 ? json : null);
}
