import { Extension } from "@tiptap/core";
import { DOMSerializer, Fragment, Slice, type Node, type Schema } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { fromDraftBlocks, toDraftBlocks } from "@/lib/draft/draft-marks";
import { parse } from "@/lib/markdown/parse";
import { printText } from "@/lib/markdown/print";
import type { BlockJson, NodeJson } from "@/lib/spec/block-json";
import { specDocument } from "@/lib/spec/document";
import { mintUid } from "@/lib/mint-uid";
import { COPIED_ATTRS, COPIED_TYPE } from "../schema/parse-rules";
import { inLiteral } from "./fields";

/**
 * What goes in and out by the clipboard. Copies carry every attribute for our own editors and Markdown
 * for everybody else; pasted Markdown becomes blocks; in literal text everything stays the text it is.
 */
export const Clipboard = Extension.create({
  name: "clipboard",
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    return [
      new Plugin({
        key: new PluginKey("clipboard"),
        props: {
          clipboardSerializer: copySerializer(schema),
          clipboardTextSerializer: (slice) => asMarkdown(slice),
          handlePaste: (view, event) => {
            const text = event.clipboardData?.getData("text/plain") ?? "";
            const html = event.clipboardData?.getData("text/html") ?? "";
            if (inLiteral(view.state) && text) {
              view.dispatch(
                view.state.tr.insertText(text.replaceAll(/\r\n?/g, "\n")).scrollIntoView(),
              );
              return true;
            }
            if (html || !looksLikeMarkdown(text)) return false;
            const blocks = asBlocks(text, schema);
            const slice = new Slice(
              Fragment.from(blocks),
              openness(blocks, 0),
              openness(blocks, -1),
            );
            view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView());
            return true;
          },
        },
      }),
    ];
  },
});

/** Text that pasted as it is would show its markup as signs. */
export function looksLikeMarkdown(text: string): boolean {
  return /^(?:#{1,6} |\s*[-*+] |\s*\d{1,9}[.)] |> |```|~~~|!!! |\*\*Example\*\*:|\|.+\|)|\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\s]+\)/m.test(
    text,
  );
}

function asBlocks(text: string, schema: Schema): Node[] {
  const { document: read } = parse(text, { mint: mintUid });
  return toDraftBlocks(read.content).map((block) => schema.nodeFromJSON(block));
}

/** A paragraph at an end of what is pasted runs into the text around it. */
function openness(blocks: readonly Node[], at: 0 | -1): number {
  return blocks.at(at)?.type.name === "paragraph" ? 1 : 0;
}

function asMarkdown(slice: Slice): string {
  const { content } = slice;
  const first = content.firstChild;
  if (!first) return "";
  // A few words out of one paragraph, or of a message: just the words.
  if (first.isInline || (content.childCount === 1 && first.isTextblock)) {
    return content.textBetween(
      0,
      content.size,
      "\n",
      (node) => node.type.spec.leafText?.(node) ?? "",
    );
  }
  const blocks = fromDraftBlocks(content.toJSON() as NodeJson[]) as BlockJson[];
  const isBlock = blocks.every((block) => first.type.schema.nodes[block.type]?.isInGroup("block"));
  return isBlock
    ? printText(specDocument({ content: blocks })).trimEnd()
    : content.textBetween(0, content.size, "\n");
}

function copySerializer(schema: Schema): DOMSerializer {
  const nodes = DOMSerializer.nodesFromSchema(schema);
  const marked = Object.fromEntries(
    Object.entries(nodes).map(([name, toDom]) => [
      name,
      (node: Node) => (name === "text" ? toDom(node) : withAttributes(toDom(node), name, node)),
    ]),
  );
  return new DOMSerializer(marked, DOMSerializer.marksFromSchema(schema));
}

function withAttributes(output: unknown, name: string, node: Node) {
  const [tag, ...rest] = output as [string, ...unknown[]];
  const own = { [COPIED_TYPE]: name, [COPIED_ATTRS]: JSON.stringify(node.attrs) };
  const [first] = rest;
  const has = typeof first === "object" && first !== null && !Array.isArray(first);
  return (has
    ? [tag, { ...(first as object), ...own }, ...rest.slice(1)]
    : [tag, own, ...rest]) as unknown as readonly [string, ...unknown[]];
}
