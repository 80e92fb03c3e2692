import type { AttributeSpec } from "@tiptap/pm/model";

/**
 * What an attribute may hold. `node.check()` runs these, so a hostile or broken update is refused
 * before anyone else sees it.
 *
 * An attribute that may be null must have null as its default: y-prosemirror drops nulls on the way
 * through the shared document and the default takes their place.
 */

/** A JSON Schema for what a check lets through, for readers elsewhere; the check itself is stricter. */
export type ValueSchema = { [keyword: string]: unknown };

const SCHEMAS = new WeakMap<Check, ValueSchema>();
type Check = (value: unknown) => void;

/** What an attribute may hold, as JSON Schema. */
export function attributeSchema({ validate }: AttributeSpec): ValueSchema {
  if (typeof validate === "string") return { type: validate.split("|") };
  const schema = validate && SCHEMAS.get(validate);
  if (!schema) throw new TypeError("An attribute has no JSON Schema. Describe its check.");
  return schema;
}

function described(schema: ValueSchema, check: Check): Check {
  SCHEMAS.set(check, schema);
  return check;
}

/** A name as XML writes it. Also the name of a tag inside a message. */
const ATTRIBUTE_NAME = /^[A-Za-z_][\w.:-]{0,99}$/;

const ANCHOR_ID = /^[^\s#()[\]{}"'`<>|\\^]{1,200}$/u;

const ANCHOR_SCHEMA: ValueSchema = { type: "string", pattern: ANCHOR_ID.source };
const PAIRS_SCHEMA: ValueSchema = {
  type: "array",
  maxItems: 64,
  items: {
    type: "array",
    prefixItems: [
      { type: "string", pattern: ATTRIBUTE_NAME.source },
      { type: "string", maxLength: 10_000, pattern: '^[^"\\r\\n]*$' },
    ],
    minItems: 2,
    maxItems: 2,
  },
};

/** The permanent identity of a block. It is null only until `ensureUids` has run. */
export const uid: AttributeSpec = { default: null, validate: orNull(boundedString(64)) };

/** An id as it stands after `#` in a link: no white space, brackets, braces or quotes. */
export const anchorId: AttributeSpec = {
  default: null,
  validate: orNull(described(ANCHOR_SCHEMA, isAnchorId)),
};

/** The same, for nodes that mean nothing without an id. */
export const requiredAnchorId: AttributeSpec = {
  validate: described(ANCHOR_SCHEMA, isAnchorId),
};

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
  validate: described({ type: "array", maxItems: 64, items: ANCHOR_SCHEMA }, (value) => {
    if (!Array.isArray(value) || value.length > 64) refuse(value, "a list of at most 64 tags");
    value.forEach(isAnchorId);
  }),
};

/** Attributes of a tag in the order they were written: `[["name", "browser"], ["end_turn", "false"]]`. */
export const attributeList: AttributeSpec = {
  default: [],
  validate: described(PAIRS_SCHEMA, (value) => {
    if (!Array.isArray(value) || value.length > 64) refuse(value, "a list of at most 64 pairs");
    for (const pair of value as unknown[]) {
      if (!Array.isArray(pair) || pair.length !== 2) refuse(pair, "a pair of name and value");
      const [name, content] = pair as [unknown, unknown];
      if (typeof name !== "string" || !ATTRIBUTE_NAME.test(name)) refuse(name, "an attribute name");
      if (typeof content !== "string" || content.length > 10_000 || /["\r\n]/.test(content)) {
        refuse(content, "an attribute value on one line without double quotes");
      }
    }
  }),
};

/** The name of a tag inside a message. */
export const tagName: AttributeSpec = {
  validate: described({ type: "string", pattern: ATTRIBUTE_NAME.source }, (value) => {
    if (typeof value !== "string" || !ATTRIBUTE_NAME.test(value)) {
      refuse(value, "the name of a tag");
    }
  }),
};

export function oneOf(values: readonly (string | null)[], fallback?: string | null): AttributeSpec {
  return {
    ...(fallback === undefined ? {} : { default: fallback }),
    validate: described({ enum: [...values] }, (value) => {
      if (!values.includes(value as string | null)) refuse(value, `one of ${values.join(", ")}`);
    }),
  };
}

export function integer(from: number, to: number, fallback: number): AttributeSpec {
  return {
    default: fallback,
    validate: described({ type: "integer", minimum: from, maximum: to }, (value) => {
      if (!Number.isInteger(value) || (value as number) < from || (value as number) > to) {
        refuse(value, `a whole number from ${from} to ${to}`);
      }
    }),
  };
}

/** Whether a text can stand as an id in `#id`, `[?](#id)` and `{#id}` without being misread. */
export function isAnchorText(value: string): boolean {
  return ANCHOR_ID.test(value);
}

function isAnchorId(value: unknown): void {
  if (typeof value !== "string" || !isAnchorText(value)) {
    refuse(value, "an id without white space, brackets, braces or quotes");
  }
}

function boundedString(limit: number): Check {
  return described({ type: "string", maxLength: limit }, (value) => {
    if (typeof value !== "string" || value.length > limit) {
      refuse(value, `text of at most ${limit} characters`);
    }
  });
}

function orNull(check: Check): Check {
  return described({ anyOf: [{ type: "null" }, SCHEMAS.get(check) ?? {}] }, (value) => {
    if (value !== null) check(value);
  });
}

function refuse(value: unknown, wanted: string): never {
  const shown = JSON.stringify(value) ?? String(value);
  throw new RangeError(`expected ${wanted}, got ${shown.slice(0, 60)}`);
}
