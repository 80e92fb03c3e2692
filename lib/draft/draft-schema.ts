import { Schema, type NodeSpec } from "@tiptap/pm/model";
import { digest } from "lib0/hash/sha256";
import { MARKS, NODES } from "@/lib/spec/schema";
import { SCHEMA_VERSION } from "@/lib/spec/schema-version";

/**
 * The document model as it is written together: `NODES`, and one attribute more.
 *
 * The binding between editor and shared document keeps marks on text alone. An inline atom (a
 * reference inside bold words, a picture inside a link) would lose its own without a word, so in a
 * draft an atom carries them in the attribute `marked`. `draft-marks.ts` goes between the two forms.
 */
export const DRAFT_NODES: Record<string, NodeSpec> = Object.fromEntries(
  Object.entries(NODES).map(([name, node]) => [
    name,
    isInlineAtom(node) ? { ...node, attrs: { ...node.attrs, marked: { default: null } } } : node,
  ]),
);

export const draftSchema = new Schema({ nodes: DRAFT_NODES, marks: MARKS, topNode: "doc" });

/** Raise it when the layout of a draft (`draft-parts.ts`, `draft-marks.ts`) changes. */
const LAYOUT = 1;

/** Names this form of a draft: an editor of another version must not bind to it. */
export const DRAFT_VERSION = draftVersionOf(SCHEMA_VERSION);

/** The same for a program with another schema. */
export function draftVersionOf(schemaVersion: string): string {
  const bytes = digest(new TextEncoder().encode(`${schemaVersion}/${LAYOUT}`)).subarray(0, 8);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether nodes of this type carry their marks in the attribute `marked`. */
export function isMarkedAtom(type: string): boolean {
  return isInlineAtom(NODES[type]);
}

function isInlineAtom(node: NodeSpec | undefined): boolean {
  return node?.inline === true && node.atom === true;
}
