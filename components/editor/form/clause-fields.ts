import type { Node } from "@tiptap/pm/model";
import { fromDraftBlocks } from "@/lib/draft/draft-marks";
import { printText } from "@/lib/markdown/print";
import type { BlockJson, InlineJson, NodeJson } from "@/lib/spec/block-json";
import { specDocument } from "@/lib/spec/document";
import type { Role, Verdict } from "@/lib/spec/schema/example-blocks";
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

/** The heading and own blocks of a section, by uid, as they are now. */
export function nodesOf(doc: Node, uid: string): Map<string, Node> {
  return new Map((ownBlocks(doc, uid) ?? []).map((node) => [String(node.attrs["uid"]), node]));
}

/** The heading of a section and its blocks, without those of its subsections. Null when it is gone. */
export function ownBlocks(doc: Node, uid: string): Node[] | null {
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

/** One answer of an example as fields. */
export function responseField(node: Node): ResponseField {
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
