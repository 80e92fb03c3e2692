import { Editor, Extension } from "@tiptap/core";
import { Fragment, Slice, type Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { hasUid } from "@/lib/spec/uid";
import { AtomMarks } from "../binding/atom-marks";
import { liveText } from "../binding/live-text";
import { sharedPrompts, type SharedPromptsOptions } from "../binding/shared-text";
import { UidKeeper } from "../binding/uid-keeper";
import { Clipboard } from "../keys/clipboard";
import { writingKeys, type KeyTargets } from "../keys/writing-keys";
import { carets } from "../people/carets";
import { schemaExtensions } from "../schema/schema-extensions";
import { textAttributes } from "../text/text-attributes";
import { nodeViews } from "../views/node-views";
import type { ViewHost } from "../views/view-host";

export interface PromptsEditorParts extends SharedPromptsOptions {
  element: HTMLElement;
  fragment: Y.XmlFragment;
  awareness: Awareness;
  label: string;
  canWrite: boolean;
  host: ViewHost;
  keys: KeyTargets;
}

/** An editor of evaluation prompts: the blocks and keys of the text, on another part of the draft. */
export function createPromptsEditor(parts: PromptsEditorParts): Editor {
  const { element, fragment, awareness, label, canWrite, host, keys } = parts;
  return new Editor({
    element,
    editable: canWrite,
    injectCSS: false,
    extensions: [
      ...schemaExtensions(),
      nodeViews(host),
      textAttributes(label, canWrite),
      ...(canWrite
        ? [
            sharedPrompts(fragment, parts),
            carets(awareness),
            UidKeeper,
            AtomMarks,
            writingKeys(keys),
            Clipboard,
            OtherIdentities,
          ]
        : [liveText(fragment, parts.onUnreadable)]),
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
