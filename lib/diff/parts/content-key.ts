import type { MarkJson, NodeJson } from "@/lib/spec/block-json";
import type { Json } from "@/lib/spec/canonical-json";

/**
 * A number that nodes which say the same in the same form share, whoever they are: everything counts but
 * identities. It finds likely partners fast; that they are equal is for `sameNode` to say, because two
 * texts can be made to share a number.
 */
export function nodeKey(node: NodeJson, seed = 0): number {
  const hash = new Hash(seed);
  hash.node(node);
  return hash.value;
}

/** Whether two runs of nodes are the same but for identities. Exact. */
export function sameContent(
  a: readonly NodeJson[] | undefined,
  b: readonly NodeJson[] | undefined,
): boolean {
  const left = a?.length ?? 0;
  if (left !== (b?.length ?? 0)) return false;
  for (let index = 0; index < left; index++) {
    if (!sameNode(a![index]!, b![index]!)) return false;
  }
  return true;
}

/** The same for one node. */
export function sameNode(a: NodeJson, b: NodeJson): boolean {
  if (a === b) return true;
  return (
    a.type === b.type &&
    a.text === b.text &&
    sameAttributes(a.attrs, b.attrs) &&
    sameMarks(a.marks, b.marks) &&
    sameContent(a.content, b.content)
  );
}

type Attributes = Record<string, Json>;

function sameAttributes(a: Attributes = {}, b: Attributes = {}): boolean {
  for (const name in a) {
    if (name !== "uid" && !sameJson(a[name] ?? null, b[name] ?? null)) return false;
  }
  for (const name in b) {
    if (name !== "uid" && !(name in a) && b[name] !== null) return false;
  }
  return true;
}

function sameMarks(a: readonly MarkJson[] = [], b: readonly MarkJson[] = []): boolean {
  return a.length === b.length && a.every((mark, index) => sameMark(mark, b[index]!));
}

const sameMark = (a: MarkJson, b: MarkJson) =>
  a.type === b.type && sameAttributes(attributesOf(a), attributesOf(b));

const attributesOf = (mark: MarkJson): Attributes =>
  "attrs" in mark ? (mark.attrs as unknown as Attributes) : {};

function sameJson(a: Json, b: Json): boolean {
  return a === b || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));
}

/** Two mixed 32-bit lanes (after "cyrb53" by bryc, public domain), read as one number of 53 bits. */
class Hash {
  #a: number;
  #b: number;

  constructor(seed: number) {
    this.#a = 0xdeadbeef ^ seed;
    this.#b = 0x41c6ce57 ^ seed;
  }

  node(node: NodeJson): void {
    this.#text(node.type);
    if (node.text !== undefined) this.#text(node.text);
    if (node.attrs) this.#attributes(node.attrs);
    for (const mark of node.marks ?? []) {
      this.#text(mark.type);
      this.#attributes(attributesOf(mark));
    }
    if (node.content) {
      for (const child of node.content) this.node(child);
      this.#code(1);
    }
  }

  get value(): number {
    const a =
      Math.imul(this.#a ^ (this.#a >>> 16), 2246822507) ^
      Math.imul(this.#b ^ (this.#b >>> 13), 3266489909);
    const b =
      Math.imul(this.#b ^ (this.#b >>> 16), 2246822507) ^
      Math.imul(this.#a ^ (this.#a >>> 13), 3266489909);
    return 4294967296 * (2097151 & b) + (a >>> 0);
  }

  /** In any order: a stored document has its attributes sorted, one that was just read has not. */
  #attributes(attrs: Attributes): void {
    const before = [this.#a, this.#b] as const;
    let a = 0;
    let b = 0;
    for (const name in attrs) {
      const value = attrs[name];
      if (name === "uid" || value === null || value === undefined) continue;
      [this.#a, this.#b] = before;
      this.#text(name);
      this.#text(typeof value === "object" ? JSON.stringify(value) : String(value));
      a = (a + this.#a) | 0;
      b = (b + this.#b) | 0;
    }
    [this.#a, this.#b] = [before[0] ^ a, before[1] ^ b];
  }

  #text(text: string): void {
    let a = this.#a;
    let b = this.#b;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    this.#a = a;
    this.#b = b;
    this.#code(0);
  }

  /** Between two texts, so that "ab" and "c" are not "a" and "bc". */
  #code(code: number): void {
    this.#a = Math.imul(this.#a ^ (code + 0x10000), 2654435761);
    this.#b = Math.imul(this.#b ^ (code + 0x10000), 1597334677);
  }
}
