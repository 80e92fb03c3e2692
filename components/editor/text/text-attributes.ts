import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";

/**
 * Name, role and state of the text for everybody who cannot see it. From a plugin, because Tiptap spreads
 * the `attributes` of its own options into an object, and a function there would be lost without a word.
 */
export function textAttributes(label: string, canWrite: boolean) {
  const attributes: Record<string, string> = {
    role: "textbox",
    "aria-label": label,
    "aria-multiline": "true",
    "aria-describedby": "ed-help",
    class: "ed-text",
    spellcheck: "true",
    ...(canWrite ? {} : { tabindex: "0" }),
  };
  return Extension.create({
    name: "textAttributes",
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          key: new PluginKey("textAttributes"),
          props: {
            attributes: () =>
              editor.isEditable ? attributes : { ...attributes, "aria-readonly": "true" },
          },
        }),
      ];
    },
  });
}
