import { Mark } from "@tiptap/pm/model";
import { encodeAny, toBase64 } from "lib0/buffer";
import { digest } from "lib0/hash/sha256";
import { MARKS } from "@/lib/spec/schema";
import { draftSchema } from "../draft-schema";
import { checkOf } from "./check-attribute";
import { refuse } from "./update-refused";

/** A mark that may stand several times on one text gets a hash of itself behind its name. */
const HASHED = /^(.*)--([A-Za-z0-9+/=]{8})$/;

const CHECKS = new Map(
  Object.entries(MARKS).map(([name, { attrs = {} }]) => [
    name,
    Object.entries(attrs).map(([attr, spec]) => [attr, checkOf(spec), "default" in spec] as const),
  ]),
);

/**
 * Where formatting begins or ends in a text.
 *
 * @param node The node that holds the text.
 * @param value The attributes of the mark; null ends it.
 * @throws UpdateRefused
 */
export function checkFormat(node: string, key: string, value: unknown): void {
  const hashed = HASHED.exec(key);
  const name = hashed?.[1] ?? key;
  const type = markTypeIn(node, name);
  if (type.excludes(type) !== (hashed === null)) refuse(`writes the mark ${name} in another way`);
  if (value === null) return;
  checkMarkAttributes(name, value);
  if (hashed && hashed[2] !== hashOf(type.create(value as Record<string, unknown>))) {
    refuse(`writes the mark ${name} under a name that is not its own`);
  }
}

/** The attribute `marked` of an inline atom: a list of marks. */
export function checkMarked(node: string, value: unknown): void {
  if (value === null) return;
  if (!Array.isArray(value) || value.length > 16) refuse("holds marks that are no list of marks");
  let set = Mark.none;
  for (const mark of value as unknown[]) {
    if (!isPlain(mark) || typeof mark["type"] !== "string") refuse("holds a mark that is none");
    const { type, attrs, ...more } = mark;
    if (Object.keys(more).length > 0) refuse("holds a mark with properties that are not known");
    const markType = markTypeIn(node, type as string);
    if (attrs !== undefined) checkMarkAttributes(type as string, attrs);
    else checkMarkAttributes(type as string, {});
    const next = markType.create(attrs as Record<string, unknown>).addToSet(set);
    if (next.length !== set.length + 1) refuse("holds one mark twice");
    set = next;
  }
}

function markTypeIn(node: string, name: string) {
  const type = Object.hasOwn(MARKS, name) ? draftSchema.marks[name] : undefined;
  if (!type) refuse(`holds the mark ${name.slice(0, 60)}, which is not known`);
  if (!draftSchema.nodes[node]?.allowsMarkType(type)) refuse(`marks text in a ${node} as ${name}`);
  return type;
}

function checkMarkAttributes(name: string, value: unknown): void {
  if (!isPlain(value)) refuse(`holds a ${name} without its properties`);
  const checks = CHECKS.get(name) ?? [];
  for (const key of Object.keys(value)) {
    if (!checks.some(([attr]) => attr === key)) {
      refuse(`gives a ${name} the property ${key.slice(0, 60)}, which is not known`);
    }
  }
  for (const [attr, check, isOptional] of checks) {
    if (!Object.hasOwn(value, attr)) {
      if (!isOptional) refuse(`holds a ${name} without ${attr}`);
      continue;
    }
    try {
      check(value[attr]);
    } catch (error) {
      refuse(`gives a ${name} an impossible ${attr}: ${(error as Error).message}`);
    }
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  // Decoding lets a key named __proto__ change what an object inherits.
  return Object.getPrototypeOf(value) === Object.prototype && !Object.hasOwn(value, "__proto__");
}

/** As y-tiptap names such a mark (its `hashOfJSON`): SHA-256 folded to six bytes. */
function hashOf(mark: Mark): string {
  const folded = digest(encodeAny(mark.toJSON()));
  for (let index = 6; index < folded.length; index += 1) {
    folded[index % 6] = folded[index % 6]! ^ folded[index]!;
  }
  return toBase64(folded.slice(0, 6));
}
