import { digest } from "lib0/hash/sha256";
import { canonicalJson, type Json } from "@/lib/spec/canonical-json";
import type { NodeJson } from "@/lib/spec/block-json";

/** A short name for a value: 96 bits of SHA-256, enough that no two blocks of a spec share one. */
export function digestOf(value: Json): string {
  const bytes = digest(new TextEncoder().encode(canonicalJson(value)));
  return Array.from(bytes.subarray(0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What a node says, without who it is: two copies of a paragraph are the same. */
export function essence(node: NodeJson): Json {
  return {
    type: node.type,
    attrs: withoutUid(node),
    marks: (node.marks ?? []) as Json,
    text: node.text ?? null,
    content: (node.content ?? []).map(essence),
  };
}

export function withoutUid(node: NodeJson): Json {
  const attrs = { ...node.attrs };
  delete attrs["uid"];
  return attrs;
}
