import type { AttributeSpec } from "@tiptap/pm/model";
import { DRAFT_NODES } from "../draft-schema";
import { refuse } from "./update-refused";

type Check = (value: unknown) => void;

// Looked up for every attribute of every change, so they are made ready once.
const CHECKS: ReadonlyMap<string, ReadonlyMap<string, Check>> = new Map(
  Object.entries(DRAFT_NODES).map(([name, { attrs = {} }]) => [
    name,
    new Map(Object.entries(attrs).map(([attr, spec]) => [attr, checkOf(spec)])),
  ]),
);

/** Attributes that a node cannot be without, by the node's name. */
export const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(DRAFT_NODES).flatMap(([name, { attrs = {} }]) => {
    const required = Object.keys(attrs).filter((attr) => !("default" in (attrs[attr] ?? {})));
    return required.length > 0 ? [[name, required] as const] : [];
  }),
);

/** @throws UpdateRefused when nodes of this name have no such attribute, or not with this value. */
export function checkAttribute(node: string, attribute: string, value: unknown): void {
  const check = CHECKS.get(node)?.get(attribute);
  if (!check) refuse(`gives a ${node} the property ${attribute.slice(0, 60)}, which is not known`);
  try {
    check(value);
  } catch (error) {
    refuse(`gives a ${node} an impossible ${attribute}: ${(error as Error).message}`);
  }
}

/** The rule of one attribute; those of marks have the same form. */
export function checkOf({ validate }: AttributeSpec): Check {
  if (typeof validate === "function") return validate;
  const types = validate?.split("|");
  return (value) => {
    const type = value === null ? "null" : typeof value;
    if (types && !types.includes(type)) throw new RangeError(`expected ${validate}, got ${type}`);
  };
}
