import type { MarkJson, NodeJson } from "@/lib/spec/block-json";
import type { Json } from "@/lib/spec/canonical-json";
import { isMarkedAtom } from "./draft-schema";

/** The blocks of a document in the form of a draft: inline atoms carry their marks as an attribute. */
export function toDraftBlocks<N extends NodeJson>(blocks: readonly N[]): N[] {
  return blocks.map((block) => convert(block, intoAttribute) as N);
}

/** The way back. */
export function fromDraftBlocks<N extends NodeJson>(blocks: readonly N[]): N[] {
  return blocks.map((block) => convert(block, outOfAttribute) as N);
}

function convert(node: NodeJson, atom: (node: NodeJson) => NodeJson): NodeJson {
  if (isMarkedAtom(node.type)) return atom(node);
  return node.content
    ? { ...node, content: node.content.map((child) => convert(child, atom)) }
    : node;
}

function intoAttribute({ marks, ...node }: NodeJson): NodeJson {
  return marks ? { ...node, attrs: { ...node.attrs, marked: marks as Json } } : node;
}

function outOfAttribute(node: NodeJson): NodeJson {
  if (!node.attrs || !("marked" in node.attrs)) return node;
  const { marked, ...attrs } = node.attrs;
  const marks = Array.isArray(marked) ? (marked as MarkJson[]) : [];
  const own = marks.length > 0 ? { marks } : {};
  const { attrs: _, ...rest } = node;
  return Object.keys(attrs).length > 0 ? { ...rest, attrs, ...own } : { ...rest, ...own };
}
