import { Collaboration } from "@tiptap/extension-collaboration";
import type { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { CONTENT } from "@/lib/draft/draft-parts";
import type { Binding } from "./binding";
import { lighten, type LightBindingOptions } from "./light-binding";

/** Binds an editor to the text of a draft; undo is one's own alone. */
export function sharedText(ydoc: Y.Doc, options: LightBindingOptions) {
  return Collaboration.extend({
    addProseMirrorPlugins() {
      const plugins = (this.parent?.() ?? []) as Plugin[];
      const sync = plugins.find(({ spec }) => spec.key === ySyncPluginKey);
      // The plugin keeps its binding in its state alone, and the state has it from the first moment.
      const { binding } = sync!.spec.state!.init({}, {} as never) as { binding: Binding };
      lighten(binding, options);
      return plugins;
    },
  }).configure({ document: ydoc, field: CONTENT });
}
