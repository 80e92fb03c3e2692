import { digest } from "lib0/hash/sha256";
import { canonicalJson } from "./canonical-json";
import { MARKS, NODES } from "./schema";

/**
 * Names this form of the schema. Client and server compare it before the first sync, because
 * y-prosemirror deletes, for everyone, what its schema does not know.
 *
 * Whatever can be stored counts: names of nodes, marks and attributes, content expressions, which
 * marks are allowed where. How something looks or is typed does not.
 */
export const SCHEMA_VERSION = versionOf(NODES, MARKS);

type Specs = Record<
  string,
  { attrs?: object; content?: string; marks?: string; group?: string; excludes?: string }
>;

/** The first 16 hex digits of the SHA-256 of everything that can be stored. Synchronous on purpose. */
export function versionOf(nodes: Specs, marks: Specs): string {
  const shape = canonicalJson({ nodes: shapeOf(nodes), marks: shapeOf(marks) });
  return hex(digest(new TextEncoder().encode(shape))).slice(0, 16);
}

function shapeOf(specs: Specs) {
  // A list and not an object: the order of marks decides their order inside a mark set.
  return Object.entries(specs).map(([name, spec]) => ({
    name,
    attributes: Object.keys(spec.attrs ?? {}).sort(),
    content: spec.content ?? "",
    group: spec.group ?? "",
    marks: spec.marks ?? null,
    excludes: spec.excludes ?? null,
  }));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
