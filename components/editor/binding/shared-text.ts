import { Extension } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import type { Plugin } from "@tiptap/pm/state";
import { ySyncPlugin, ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { CONTENT } from "@/lib/draft/draft-parts";
import type { Binding } from "./binding";
import { lighten, type LightBindingOptions } from "./light-binding";

/** Binds an editor to the text of a draft; undo is one's own alone. */
export function sharedText(ydoc: Y.Doc, options: LightBindingOptions) {
  return Collaboration.extend({
    addProseMirrorPlugins() {
      const plugins = (this.parent?.() ?? []) as Plugin[];
      lightenPlugin(
        plugins.find(({ spec }) => spec.key === ySyncPluginKey)!,
        options,
      );
      return plugins;
    },
  }).configure({ document: ydoc, field: CONTENT });
}

export interface SharedPromptsOptions extends LightBindingOptions {
  undo: () => boolean;
  redo: () => boolean;
}

/** Binds an editor to evaluation prompts. They share the undo of the text: a draft has one history. */
export function sharedPrompts(
  fragment: Y.XmlFragment,
  { undo, redo, ...options }: SharedPromptsOptions,
) {
  return Extension.create({
    name: "sharedPrompts",
    priority: 1000,
    addKeyboardShortcuts: () => ({ "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo }),
    addProseMirrorPlugins() {
      const sync = ySyncPlugin(fragment) as unknown as Plugin;
      lightenPlugin(sync, options);
      return [sync];
    },
  });
}

/** The plugin keeps its binding in its state alone, and the state has it from the first moment. */
function lightenPlugin(sync: Plugin, options: LightBindingOptions): void {
  const { binding } = sync.spec.state!.init({}, {} as never) as { binding: Binding };
  lighten(binding, options);
}
