import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** Says in an empty paragraph under the caret what one can do there, and in an empty spec where to begin. */
export const Placeholders = Extension.create({
  name: "placeholders",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("placeholders"),
      props: {
        decorations: ({ doc, selection }) => {
          const { $from, empty } = selection;
          const { parent } = $from;
          if (!empty || parent.type.name !== "paragraph" || parent.content.size > 0) return null;
          const words =
            doc.childCount <= 1
              ? "Write, or press / for a heading, a clause, an example …"
              : "Press / for more";
          const attrs = { class: "ed-empty", "data-placeholder": words };
          return DecorationSet.create(doc, [Decoration.node($from.before(), $from.after(), attrs)]);
        },
      },
    }),
  ],
});
