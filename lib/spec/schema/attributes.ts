import type { AttributeSpec } from "@tiptap/pm/model";

/**
 * What an attribute may hold. `node.check()` runs these, so a hostile or broken update is refused
 * before anyone else sees it.
 *
 * An attribute that may be null must have null as its default: y-prosemirror drops nulls on the way
 * through the shared document and the default takes their place.
 */

/** The permanent identity of a block. It is null only until `ensureUids` has run. */
export const uid: AttributeSpec = { default: null, validate: orNull(boundedString(64)) };

/** An id as it stands after `#` in a link: no white space, brackets, braces or quotes. */
export const anchorId: AttributeSpec = { default: null, validate: orNull(isAnchorId) };

/** The same, for nodes that mean nothing without an id. */
export const requiredAnchorId: AttributeSpec = { validate: isAnchorId };

// Generous, because an address may hold a whole picture; the size of a document is bounded elsewhere.
export const text: AttributeSpec = { default: "", validate: boundedString(1_000_000) };
export const textOrNull: AttributeSpec = {
  default: null,
  validate: orNull(boundedString(1_000_000)),
};
export const flag: AttributeSpec = { default: false, validate: "boolean" };
export const flagOrNull: AttributeSpec = { default: null, validate: "boolean|null" };

/** Tags of a clause, in order. */
export const tags: AttributeSpec = {
  default: [],
  validate: (value) => {
    if (!Array.isArray(value) || value.length > 64) refuse(value, "a list of at most 64 tags");
    value.forEach(isAnchorId);
  },
};

/** Attributes of a tag in the order they were written: `[["name", "browser"], ["end_turn", "false"]]`. */
export const attributeList: AttributeSpec = {
  default: [],
  validate: (value) => {
    if (!Array.isArray(value) || value.length > 64) refuse(value, "a list of at most 64 pairs");
    for (const pair of value as unknown[]) {
      if (!Array.isArray(pair) || pair.length !== 2) refuse(pair, "a pair of name and value");
      const [name, content] = pair as [unknown, unknown];
      if (typeof name !== "string" || !ATTRIBUTE_NAME.test(name)) refuse(name, "an attribute name");
      if (typeof content !== "string" || content.length > 10_000 || /["\r\n]/.test(content)) {
        refuse(content, "an attribute value on one line without double quotes");
      }
    }
  },
};

export function oneOf(values: readonly (string | null)[], fallback?: string | null): AttributeSpec {
  return {
    ...(fallback === undefined ? {} : { default: fallback }),
    validate: (value) => {
      if (!values.includes(value as string | null)) refuse(value, `one of ${values.join(", ")}`);
    },
  };
}

export function integer(from: number, to: number, fallback: number): AttributeSpec {
  return {
    default: fallback,
    validate: (value) => {
      if (!Number.isInteger(value) || (value as number) < from || (value as number) > to) {
        refuse(value, `a whole number from ${from} to ${to}`);
      }
    },
  };
}

/** A name as XML writes it. Also the name of a tag inside a message. */
export const ATTRIBUTE_NAME = /^[A-Za-z_][\w.:-]{0,99}$/;

const ANCHOR_ID = /^[^\s#()[\]{}"'`<>|\\^]{1,200}$/u;

/** Whether a text can stand as an id in `#id`, `[?](#id)` and `{#id}` without being misread. */
export function isAnchorText(value: string): boolean {
  return ANCHOR_ID.test(value);
}

function isAnchorId(value: unknown): void {
  if (typeof value !== "string" || !isAnchorText(value)) {
    refuse(value, "an id without white space, brackets, braces or quotes");
  }
}

function boundedString(limit: number): (value: unknown) => void {
  return (value) => {
    if (typeof value !== "string" || value.length > limit) {
      refuse(value, `text of at most ${limit} characters`);
    }
  };
}

function orNull(check: (value: unknown) => void): (value: unknown) => void {
  return (value) => {
    if (value !== null) check(value);
  };
}

function refuse(value: unknown, wanted: string): never {
  const shown = JSON.stringify(value) ?? String(value);
  throw new RangeError(`expected ${wanted}, got ${shown.slice(0, 60)}`);
}
