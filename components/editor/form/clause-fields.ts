import type { Node, Schema } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { toDraftBlocks, fromDraftBlocks } from "@/lib/draft/draft-marks";
import { parse } from "@/lib/markdown/parse";
import { printText } from "@/lib/markdown/print";
import type { BlockJson, InlineJson, NodeJson } from "@/lib/spec/block-json";
import { specDocument } from "@/lib/spec/document";
import type { Role, Verdict } from "@/lib/spec/schema/example-blocks";
import { placeOfUid } from "../binding/light-binding";
import { findSection } from "../text/sections";

/** A clause as plain fields. Prose is Markdown; messages and responses are the text they are. */
export interface ClauseFields {
  uid: string;
  title: string;
  authority: string | null;
  blocks: BlockField[];
}

export type BlockField = ProseField | ExampleField;

export interface ProseField {
  kind: "prose";
  key: string;
  markdown: string;
}

export interface ExampleField {
  kind: "example";
  key: string;
  title: string;
  sensitive: boolean;
  messages: MessageField[];
  responses: ResponseField[];
}

export interface MessageField {
  key: string;
  role: Role;
  text: string;
}

export interface ResponseField {
  key: string;
  verdict: Verdict | null;
  violates: string | null;
  reason: string;
  text: string;
}

/** The fields of a section's own blocks, without those of its subsections. Null when it is gone. */
export function fieldsOf(doc: Node, uid: string): ClauseFields | null {
  const blocks = ownBlocks(doc, uid);
  const [heading, ...rest] = blocks ?? [];
  if (!heading) return null;
  return {
    uid,
    title: markdownOf(heading),
    authority: heading.attrs["authority"] as string | null,
    blocks: rest.map((node) =>
      node.type.name === "example" ? exampleField(node) : proseField(node),
    ),
  };
}

/** What an answer to "save" was: the change, and what somebody else had changed meanwhile. */
export interface Applied {
  tr: Transaction;
  conflicts: string[];
}

/**
 * Puts changed fields into the text, and touches nothing else. A block that somebody else changed since
 * the form was opened is left as they wrote it and named.
 *
 * @param base The fields as the form was opened, with the blocks they came from.
 */
export function applyFields(
  tr: Transaction,
  base: ClauseFields,
  wanted: ClauseFields,
  nodes: ReadonlyMap<string, Node>,
): Applied {
  const conflicts: string[] = [];
  const replace = (key: string, content: Node[]) => {
    const pos = placeOfUid(tr.doc, key);
    const now = pos === null ? null : tr.doc.nodeAt(pos);
    if (pos === null || !now || !nodes.get(key)?.eq(now)) {
      conflicts.push(key);
      return;
    }
    tr.replaceWith(pos, pos + now.nodeSize, content);
  };
  const { schema } = tr.doc.type;
  applyHeading(tr, base, wanted, replace, nodes);
  const before = new Map(base.blocks.map((field) => [field.key, field]));
  for (const field of wanted.blocks) {
    const old = before.get(field.key);
    if (!old || same(old, field)) continue;
    const node = nodes.get(field.key);
    if (node) replace(field.key, blocksOf(field, node, schema));
  }
  const kept = new Set(wanted.blocks.map(({ key }) => key));
  for (const { key } of base.blocks) if (!kept.has(key)) replace(key, []);
  const added = wanted.blocks.filter(({ key }) => !before.has(key));
  const end = endOfOwn(tr.doc, wanted.uid);
  if (added.length > 0 && end !== null) {
    tr.insert(
      end,
      added.flatMap((field) => blocksOf(field, null, schema)),
    );
  }
  return { tr, conflicts };
}

function applyHeading(
  tr: Transaction,
  base: ClauseFields,
  wanted: ClauseFields,
  replace: (key: string, content: Node[]) => void,
  nodes: ReadonlyMap<string, Node>,
): void {
  const heading = nodes.get(wanted.uid);
  if (!heading) return;
  if (base.title !== wanted.title) {
    const content = inlineOf(wanted.title, heading.type.schema);
    replace(wanted.uid, [
      heading.type.create({ ...heading.attrs, authority: wanted.authority }, content),
    ]);
  } else if (base.authority !== wanted.authority) {
    const pos = placeOfUid(tr.doc, wanted.uid);
    if (pos !== null) tr.setNodeAttribute(pos, "authority", wanted.authority);
  }
}

/** The heading and own blocks of a section, by uid, as they are now. */
export function nodesOf(doc: Node, uid: string): Map<string, Node> {
  return new Map((ownBlocks(doc, uid) ?? []).map((node) => [String(node.attrs["uid"]), node]));
}

function ownBlocks(doc: Node, uid: string): Node[] | null {
  const section = findSection(doc, uid);
  if (!section) return null;
  const blocks: Node[] = [];
  for (let index = section.index; index < section.end; index++) {
    const node = doc.child(index);
    if (index > section.index && node.type.name === "heading") break;
    blocks.push(node);
  }
  return blocks;
}

function endOfOwn(doc: Node, uid: string): number | null {
  const section = findSection(doc, uid);
  const blocks = ownBlocks(doc, uid);
  return section && blocks
    ? section.from + blocks.reduce((size, node) => size + node.nodeSize, 0)
    : null;
}

const jsonOf = (node: Node) => fromDraftBlocks([node.toJSON() as NodeJson])[0] as BlockJson;

/** The words of one block of text as Markdown on a line. */
function markdownOf(node: Node): string {
  const content = (jsonOf(node) as { content?: InlineJson[] }).content ?? [];
  const paragraph: BlockJson = { type: "paragraph", attrs: { uid: null }, content };
  return printText(specDocument({ content: [paragraph] })).trimEnd();
}

function proseField(node: Node): ProseField {
  const markdown = printText(specDocument({ content: [jsonOf(node)] })).trimEnd();
  return { kind: "prose", key: String(node.attrs["uid"]), markdown };
}

function exampleField(node: Node): ExampleField {
  const field: ExampleField = {
    kind: "example",
    key: String(node.attrs["uid"]),
    title: "",
    sensitive: Boolean(node.attrs["sensitive"]),
    messages: [],
    responses: [],
  };
  node.descendants((child) => {
    if (child.type.name === "exampleTitle") field.title = markdownOf(child);
    if (child.type.name === "message") {
      field.messages.push({
        key: String(child.attrs["uid"]),
        role: child.attrs["role"] as Role,
        text: child.textContent,
      });
    }
    if (child.type.name === "response") field.responses.push(responseField(child));
    return child.type.name === "comparison";
  });
  return field;
}

function responseField(node: Node): ResponseField {
  const part = (name: string) => node.content.content.find(({ type }) => type.name === name);
  const reason = part("reason");
  return {
    key: String(node.attrs["uid"]),
    verdict: node.attrs["verdict"] as Verdict | null,
    violates: node.attrs["violates"] as string | null,
    reason: reason ? markdownOf(reason) : "",
    text: part("body")?.textContent ?? "",
  };
}

function blocksOf(field: BlockField, node: Node | null, schema: Schema): Node[] {
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
  if (old && same(responseField(old), field)) return old;
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

function inlineOf(markdown: string, schema: Schema): readonly Node[] {
  const { document: read } = parse(markdown.replaceAll("\n", " "), {
    mint: () => "",
    profile: "model-spec",
  });
  const [first] = toDraftBlocks(read.content);
  const words = first ? schema.nodeFromJSON(first) : null;
  return words?.isTextblock ? words.content.content : words ? [schema.text(markdown)] : [];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
