import { Editor, Extension } from "@tiptap/core";
import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type * as Y from "yjs";
import { hasUid } from "@/lib/spec/uid";
import { sharedPrompts, type SharedPromptsOptions } from "../binding/shared-text";
import { textExtensions, type TextParts } from "../text-extensions";

export interface PromptsEditorParts extends TextParts, SharedPromptsOptions {
  element: HTMLElement;
  fragment: Y.XmlFragment;
}

/** An editor of evaluation prompts: the blocks and keys of the text, on another part of the draft. */
export function createPromptsEditor(parts: PromptsEditorParts): Editor {
  const { element, fragment, canWrite } = parts;
  return new Editor({
    element,
    editable: canWrite,
    injectCSS: false,
    extensions: [
      ...textExtensions(parts, fragment, () => [sharedPrompts(fragment, parts)]),
      ...(canWrite ? [OtherIdentities] : []),
    ],
  });
}

/**
 * What goes between prompts and text by the clipboard leaves its identities behind: the keeper of one
 * editor does not see that the other has them.
 */
const OtherIdentities = Extension.create({
  name: "otherIdentities",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("otherIdentities"),
      props: { transformCopied: withoutUids, transformPasted: withoutUids },
    }),
  ],
});

function withoutUids({ content, openStart, openEnd }: Slice): Slice {
  return new Slice(stripped(content), openStart, openEnd);
}

function stripped(fragment: Fragment): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    if (node.isText) return void nodes.push(node);
    const attrs = hasUid(node.type.name) ? { ...node.attrs, uid: null } : node.attrs;
    nodes.push(node.type.create(attrs, stripped(node.content), node.marks));
  });
  return Fragment.from(nodes);
}
