import * as Y from "yjs";
import type { Json } from "@/lib/spec/canonical-json";
import type { MarkJson, NodeJson } from "@/lib/spec/block-json";
import { UnreadableDocument } from "@/lib/spec/unreadable-document";

/** Deeper than any document that `checkSize` lets in; the check there has the words for people. */
const DEEPEST = 64;

/**
 * The nodes of a shared fragment as JSON, without judging them and without changing anything (the
 * editor's own binding deletes what it cannot read).
 *
 * Adjacent pieces of text with equal marks come out as one: where they were typed is no part of what
 * they say.
 *
 * @throws UnreadableDocument when something in it is no node at all, or when it is nested too deeply
 *   to be read.
 */
export function fragmentJson(fragment: Y.XmlFragment): NodeJson[] {
  return children(fragment, 0);
}

/** One element of the fragment, with everything inside it. */
function elementJson(element: Y.XmlElement, depth = 0): NodeJson {
  const attrs = element.getAttributes() as unknown as Record<string, Json | undefined>;
  const given = Object.entries(attrs).filter(([, value]) => value !== undefined);
  const content = children(element, depth + 1);
  return {
    type: element.nodeName,
    ...(given.length > 0 ? { attrs: Object.fromEntries(given) as Record<string, Json> } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}

function children(parent: Y.XmlFragment, depth: number): NodeJson[] {
  if (depth > DEEPEST) throw new UnreadableDocument("$", "is nested too deeply");
  const found: NodeJson[] = [];
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlElement) found.push(elementJson(child, depth));
    else if (child instanceof Y.XmlText) texts(child).forEach((text) => push(found, text));
    else throw new UnreadableDocument("$", "holds something that is neither a node nor text");
  }
  return found;
}

function push(found: NodeJson[], next: NodeJson): void {
  const last = found.at(-1);
  if (last?.type === "text" && next.type === "text" && sameMarks(last.marks, next.marks)) {
    found[found.length - 1] = { ...last, text: `${last.text ?? ""}${next.text ?? ""}` };
  } else found.push(next);
}

interface Insert {
  insert?: unknown;
  attributes?: Record<string, unknown>;
}

function texts(text: Y.XmlText): NodeJson[] {
  return (text.toDelta() as Insert[]).flatMap(({ insert, attributes }): NodeJson[] => {
    if (typeof insert !== "string")
      throw new UnreadableDocument("$", "holds an object in its text");
    if (insert === "") return [];
    const marks = Object.entries(attributes ?? {}).map(([name, attrs]) => markJson(name, attrs));
    return [{ type: "text", text: insert, ...(marks.length > 0 ? { marks } : {}) }];
  });
}

/** The binding adds a hash to the name of a mark that may stand several times on one text. */
const HASHED = /^(.*)--[A-Za-z0-9+/=]{8}$/;

function markJson(name: string, attrs: unknown): MarkJson {
  const type = HASHED.exec(name)?.[1] ?? name;
  const given = attrs && typeof attrs === "object" && Object.keys(attrs).length > 0;
  return (given ? { type, attrs } : { type }) as MarkJson;
}

/** Marks come in the order of their names, so equal sets look alike. */
function sameMarks(a: readonly MarkJson[] = [], b: readonly MarkJson[] = []): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
