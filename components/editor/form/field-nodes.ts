import type { Node, Schema } from "@tiptap/pm/model";
import { toDraftBlocks } from "@/lib/draft/draft-marks";
import { parse } from "@/lib/markdown/parse";
import type { NodeJson } from "@/lib/spec/block-json";
import {
  responseField,
  type BlockField,
  type ExampleField,
  type ResponseField,
} from "./clause-fields";

/** The blocks that a field stands for; what is as it was keeps its identity. */
export function blocksOf(field: BlockField, node: Node | null, schema: Schema): Node[] {
  if (field.kind === "example") return [exampleNode(field, node, schema)];
  const { document: read } = parse(field.markdown, { mint: () => "", profile: "model-spec" });
  // A heading here would end the section one is writing in.
  const content = read.content.map((block): NodeJson =>
    block.type === "heading"
      ? { type: "paragraph", ...(block.content ? { content: block.content } : {}) }
      : block,
  );
  return toDraftBlocks(content).map((block, place) =>
    carryUids(schema.nodeFromJSON(block), place === 0 ? node : null),
  );
}

/** What stands where its like stood is the same block. Empty uids of the parser become none. */
function carryUids(node: Node, old: Node | null): Node {
  const isSame = old?.type === node.type;
  const children = node.content.content.map((child, index) =>
    child.isText ? child : carryUids(child, isSame ? old.maybeChild(index) : null),
  );
  const attrs =
    "uid" in node.attrs
      ? { ...node.attrs, uid: isSame ? (old.attrs["uid"] as string) : null }
      : node.attrs;
  return node.type.create(attrs, children, node.marks);
}

function exampleNode(field: ExampleField, old: Node | null, schema: Schema): Node {
  const known = new Map<string, Node>();
  let comparison: Node | null = null;
  old?.descendants((child) => {
    if (typeof child.attrs["uid"] === "string") known.set(child.attrs["uid"], child);
    if (child.type.name === "comparison") comparison = child;
    return child.type.name === "comparison";
  });
  const { exampleTitle, message, comparison: comparisonType, example } = schema.nodes;
  const messages = field.messages.map(({ key, role, text }) => {
    const before = known.get(key);
    if (before?.textContent === text && before.attrs["role"] === role) return before;
    return message!.create({ ...before?.attrs, role }, text === "" ? null : schema.text(text));
  });
  const responses = field.responses.map((one) =>
    responseNode(one, known.get(one.key) ?? null, schema),
  );
  const attrs = { ...old?.attrs, sensitive: field.sensitive };
  const others =
    old?.content.content.filter(({ type }) => type.name === "elision" || type.name === "raw") ?? [];
  return example!.create(attrs, [
    exampleTitle!.create(null, inlineOf(field.title, schema)),
    ...messages,
    ...others,
    ...(responses.length > 0
      ? [comparisonType!.create((comparison as Node | null)?.attrs ?? null, responses)]
      : []),
  ]);
}

function responseNode(field: ResponseField, old: Node | null, schema: Schema): Node {
  const { response, reason, body } = schema.nodes;
  if (old && JSON.stringify(responseField(old)) === JSON.stringify(field)) return old;
  const attrs = {
    ...old?.attrs,
    verdict: field.verdict,
    violates: field.verdict === "BAD" ? field.violates : null,
  };
  return response!.create(attrs, [
    ...(field.reason.trim() === "" ? [] : [reason!.create(null, inlineOf(field.reason, schema))]),
    body!.create(null, field.text === "" ? null : schema.text(field.text)),
  ]);
}

/** Markdown of one line as the words of a block. */
export function inlineOf(markdown: string, schema: Schema): readonly Node[] {
  const { document: read } = parse(markdown.replaceAll("\n", " "), {
    mint: () => "",
    profile: "model-spec",
  });
  const [first] = toDraftBlocks(read.content);
  const words = first ? schema.nodeFromJSON(first) : null;
  return words?.isTextblock ? words.content.content : words ? [schema.text(markdown)] : [];
}
