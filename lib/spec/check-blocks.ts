import type { Attrs, Node } from "@tiptap/pm/model";
import type { NodeJson } from "./block-json";
import { MARKS, NODES, schema } from "./schema";
import { UnreadableDocument } from "./unreadable-document";

const NODE_KEYS = new Set(["type", "attrs", "content", "text", "marks"]);
const MARK_KEYS = new Set(["type", "attrs"]);

/**
 * Holds blocks against the schema: nodes, attributes, marks, what may stand in what.
 *
 * ProseMirror alone is not enough: it drops attributes that it does not know without a word.
 *
 * @returns The blocks in normal form.
 * @throws UnreadableDocument with the path of the first offence.
 */
export function checkBlocks(blocks: readonly NodeJson[], path: string): NodeJson[] {
  blocks.forEach((block, index) => checkNames(block, `${path}[${index}]`));
  return blocks.map((block, index) => {
    const node = attempt(`${path}[${index}]`, () => schema.nodeFromJSON(block));
    checkRules(node, `${path}[${index}]`);
    if (!schema.nodes["doc"]!.contentMatch.matchType(node.type)) {
      throw new UnreadableDocument(`${path}[${index}]`, `cannot hold a ${node.type.name}`);
    }
    return node.toJSON() as NodeJson;
  });
}

function checkNames(node: unknown, path: string): void {
  if (!isObject(node)) throw new UnreadableDocument(path, "is no node");
  refuseKeys(node, NODE_KEYS, path);
  const spec = NODES[String(node["type"])];
  if (!spec || !Object.hasOwn(NODES, String(node["type"]))) {
    throw new UnreadableDocument(`${path}.type`, `is ${String(node["type"])}, which is not known`);
  }
  checkAttributeNames(node["attrs"], spec.attrs ?? {}, path);
  checkAttributes(node, path);
  listIn(node["marks"], `${path}.marks`).forEach((mark, index) => {
    checkMarkNames(mark, `${path}.marks[${index}]`);
  });
  listIn(node["content"], `${path}.content`).forEach((child, index) => {
    checkNames(child, `${path}.content[${index}]`);
  });
}

/** Alone, without what is inside: so that a fault deep down is named where it is. */
function checkAttributes(node: Record<string, unknown>, path: string): void {
  const type = schema.nodes[String(node["type"])]!;
  if (type.isText) return;
  attempt(path, () => type.create(node["attrs"] as Attrs | undefined).check());
}

function checkMarkNames(mark: unknown, path: string): void {
  if (!isObject(mark)) throw new UnreadableDocument(path, "is no mark");
  refuseKeys(mark, MARK_KEYS, path);
  const type = String(mark["type"]);
  if (!Object.hasOwn(MARKS, type)) {
    throw new UnreadableDocument(`${path}.type`, `is ${type}, which is not known`);
  }
  checkAttributeNames(mark["attrs"], MARKS[type]!.attrs ?? {}, path);
}

function checkAttributeNames(attrs: unknown, known: object, path: string): void {
  if (attrs === undefined) return;
  if (!isObject(attrs)) throw new UnreadableDocument(`${path}.attrs`, "is no object");
  refuseKeys(attrs, new Set(Object.keys(known)), `${path}.attrs`);
}

/** Checks once for everything; only when that fails, looks for the innermost node to blame. */
function checkRules(node: Node, path: string): void {
  const problem = problemOf(() => node.check());
  if (problem === null) return;
  for (let index = 0; index < node.childCount; index++) {
    checkRules(node.child(index), `${path}.content[${index}]`);
  }
  throw new UnreadableDocument(path, `does not follow the schema (${problem})`);
}

/** ProseMirror says what is wrong but not where. */
function attempt<T>(path: string, work: () => T): T {
  let result: { value: T } | undefined;
  const problem = problemOf(() => (result = { value: work() }));
  if (result) return result.value;
  throw new UnreadableDocument(path, `does not follow the schema (${problem})`);
}

function problemOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function listIn(value: unknown, path: string): unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new UnreadableDocument(path, "is no list");
  return value;
}

function refuseKeys(object: object, known: ReadonlySet<string>, path: string): void {
  for (const key of Object.keys(object)) {
    if (!known.has(key)) throw new UnreadableDocument(`${path}.${key}`, "is not known here");
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
