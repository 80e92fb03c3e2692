import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { LEVEL_CLASS } from "@/components/authority/level-look";
import { levelOf, type AuthorityLevel } from "@/lib/spec/levels";

const key = new PluginKey<DecorationSet>("sectionMarks");

/**
 * The thin bar in the style of its authority along each clause. Sections are derived from headings, so
 * the bar is a decoration of each block between them, drawn anew only when the run of blocks changed.
 */
export function sectionMarks(levels: readonly AuthorityLevel[]) {
  return Extension.create({
    name: "sectionMarks",
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => mark(doc, levels),
          apply: (tr, set) => {
            if (!tr.docChanged) return set;
            return changesSections(tr) ? mark(tr.doc, levels) : set.map(tr.mapping, tr.doc);
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  });
}

function mark(doc: Node, levels: readonly AuthorityLevel[]): DecorationSet {
  const decorations: Decoration[] = [];
  let look: { class: string; "data-shape": string } | null = null;
  doc.forEach((node, pos) => {
    if (node.type.name === "heading") {
      const authority = node.attrs["authority"] as string | null;
      const level = authority === null ? null : levelOf(authority, levels);
      look = level && {
        class: `ed-clause ${LEVEL_CLASS[level.colour]}`,
        "data-shape": level.shape,
      };
      if (look) {
        const first = { ...look, class: `${look.class} ed-clause-first` };
        decorations.push(Decoration.node(pos, pos + node.nodeSize, first));
      }
    } else if (look) decorations.push(Decoration.node(pos, pos + node.nodeSize, look));
  });
  return DecorationSet.create(doc, decorations);
}

/** Whether blocks came, went or were replaced as a whole, or a heading may have another authority. */
function changesSections(tr: Transaction): boolean {
  if (tr.before.childCount !== tr.doc.childCount) return true;
  return (
    tr.mapping.maps.some((map, index) => {
      const doc = tr.docs[index]!;
      let crosses = false;
      map.forEach((from, to) => {
        const $from = doc.resolve(from);
        if (
          $from.depth === 0 ||
          doc.resolve(to).depth === 0 ||
          $from.index(0) !== doc.resolve(to).index(0)
        ) {
          crosses = true;
        }
      });
      return crosses;
    }) || headingChanged(tr)
  );
}

/** Attributes change without moving anything, so their steps have empty maps. */
function headingChanged(tr: Transaction): boolean {
  return tr.steps.some((step) => {
    const { pos } = step as { pos?: number };
    return typeof pos === "number" && tr.before.nodeAt(pos)?.type.name === "heading";
  });
}
