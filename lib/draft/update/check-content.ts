import * as Y from "yjs";
import { MAX_DEPTH } from "@/lib/spec/check-size";
import { readLedger } from "@/lib/spec/read-parts";
import { isAnchorText } from "@/lib/spec/schema/attributes";
import { draftSchema, isMarkedAtom } from "../draft-schema";
import { checkAttribute } from "./check-attribute";
import { checkFormat, checkMarked } from "./check-marks";
import type { Place, Standing } from "./places";
import { refuse } from "./update-refused";

type Content = Y.Item["content"];

/**
 * Whether something may stand where it stands. Every content expression of the schema is lax, so this
 * hangs on parent and child alone, never on siblings: valid changes stay valid together.
 *
 * @throws UpdateRefused
 */
export function checkContent(content: Content, { place, key }: Standing): void {
  // What was deleted before it came here has a place and no meaning.
  if (content instanceof Y.ContentDeleted) return;
  switch (place.kind) {
    case "part":
      return checkPart(content, place.name, key);
    case "prompts":
      return checkChild(content, "doc", place, key);
    case "node":
      if (key === null) return checkChild(content, place.name, place, key);
      return checkNodeAttribute(place, key, singleValue(content));
    case "text":
      return checkText(content, place.node, key);
  }
}

function checkPart(content: Content, part: string, key: string | null): void {
  if (part === "content") return checkChild(content, "doc", { kind: "part", name: part }, key);
  if (part === "ledger") {
    if (key !== null || !(content instanceof Y.ContentAny)) refuse("breaks the ledger of ids");
    attempt("breaks the ledger of ids", () => readLedger(content.arr));
    return;
  }
  if (part === "prompts") {
    if (key === null || !isAnchorText(key) || key === "__proto__") refuse("breaks the prompts");
    if (!(content instanceof Y.ContentType) || content.type.constructor !== Y.XmlFragment) {
      refuse("puts something else in the place of prompts");
    }
    return;
  }
  const value = singleValue(content);
  const isTitle = key === "title" && (value === null || isShort(value));
  const isProfile = key === "profile" && (value === "model-spec" || value === "generic");
  if (!isTitle && !isProfile) refuse("breaks title or profile");
}

function checkChild(content: Content, parent: string, place: Place, key: string | null): void {
  if (key !== null) refuse("gives a property to something that has none");
  if (!(content instanceof Y.ContentType))
    refuse(`puts something into a ${parent} that is no node`);
  const { type } = content;
  const name = nameOf(type);
  const nodeType = Object.hasOwn(draftSchema.nodes, name) ? draftSchema.nodes[name] : undefined;
  if (!nodeType) refuse(`holds a ${name.slice(0, 60)}, which is not known`);
  if (!draftSchema.nodes[parent]?.contentMatch.matchType(nodeType)) {
    refuse(`puts a ${name} into a ${parent}`);
  }
  const depth = place.kind === "node" ? place.depth + 1 : 0;
  if (depth > MAX_DEPTH) refuse(`nests blocks more than ${MAX_DEPTH} deep`);
}

function nameOf(type: Y.AbstractType<unknown>): string {
  // By constructor: a hook is a map, an element is a fragment.
  if (type.constructor === Y.XmlText) return "text";
  if (type.constructor !== Y.XmlElement) return refuse("holds a structure that no draft has");
  const { nodeName } = type as Y.XmlElement;
  return nodeName === "text" ? refuse("holds a node that calls itself text") : nodeName;
}

function checkNodeAttribute(
  { name, parent }: Extract<Place, { kind: "node" }>,
  key: string,
  value: unknown,
): void {
  if (key === "marked" && isMarkedAtom(name)) checkMarked(parent, value);
  else checkAttribute(name, key, value);
}

function checkText(content: Content, node: string, key: string | null): void {
  if (key !== null) refuse("gives a property to text");
  if (content instanceof Y.ContentString) return;
  if (content instanceof Y.ContentFormat) return checkFormat(node, content.key, content.value);
  refuse("holds an object in its text");
}

function singleValue(content: Content): unknown {
  if (content instanceof Y.ContentAny && content.arr.length === 1) return content.arr[0];
  return refuse("holds a property that has no single value");
}

const isShort = (value: unknown) => typeof value === "string" && value.length <= 1_000;

function attempt(otherwise: string, work: () => void): void {
  try {
    work();
  } catch {
    refuse(otherwise);
  }
}
