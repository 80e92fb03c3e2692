import type { ContentMatch, NodeType } from "@tiptap/pm/model";
import { z } from "zod";
import { MARKS, NODES, schema } from "./schema";
import { attributeSchema, type ValueSchema } from "./schema/attributes";
import { SCHEMA_VERSION } from "./schema-version";
import { LedgerShape, Levels } from "./read-parts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/**
 * The canonical JSON of a spec as JSON Schema, made of the document model itself, so that the two cannot
 * disagree. Every document that `readDocument` gives fits it.
 *
 * What it cannot say: that identities are unique, that the nesting is at most 32 deep.
 */
export function specJsonSchema(): ValueSchema {
  return {
    $schema: DIALECT,
    title: "Precept spec, version 1",
    description:
      "A behaviour spec in canonical JSON (RFC 8785). The SHA-256 of the file names the document.",
    ...strictObject({
      format: { const: "precept-spec" },
      version: { const: 1 },
      schema: {
        const: SCHEMA_VERSION,
        description: "Names the document model: which blocks there are and what they hold.",
      },
      profile: {
        enum: ["model-spec", "generic"],
        description: "The dialect of Markdown it is written in.",
      },
      title: { type: ["string", "null"] },
      levels: { ...shape(Levels), description: "Authority levels, highest first." },
      content: { $ref: "#/$defs/blocks" },
      prompts: {
        type: "array",
        description: "Evaluation prompts by the id of their marker.",
        items: strictObject({ id: { type: "string" }, content: { $ref: "#/$defs/blocks" } }),
      },
      ledger: {
        ...shape(LedgerShape),
        description: "What became of ids: renamed, merged, split, moved, retired. Oldest first.",
      },
    }),
    $defs: { blocks: childrenOf(nodeType("doc")), ...nodeDefinitions(), ...markDefinitions() },
  };
}

/** Definitions of all nodes; of inline ones once for each set of marks that they may carry. */
function nodeDefinitions(): Record<string, ValueSchema> {
  const definitions: Record<string, ValueSchema> = {};
  for (const type of Object.values(schema.nodes)) {
    if (type.name === "doc") continue;
    if (!type.isInline) definitions[type.name] = nodeSchema(type, []);
  }
  for (const parent of Object.values(schema.nodes)) {
    for (const child of allowedIn(parent.contentMatch)) {
      if (child.isInline)
        definitions[inlineName(child, parent)] ??= nodeSchema(child, marksIn(parent));
    }
  }
  return definitions;
}

function nodeSchema(type: NodeType, marks: readonly string[]): ValueSchema {
  const attrs = attributesSchema(NODES[type.name]?.attrs ?? {});
  const children = allowedIn(type.contentMatch).length > 0 ? childrenOf(type) : null;
  const list = { type: "array", minItems: 1, items: { anyOf: marks.map(ref) } };
  return strictObject(
    {
      type: { const: type.name },
      ...(type.isText ? { text: { type: "string", minLength: 1 } } : {}),
      ...(attrs ? { attrs } : {}),
    },
    {
      ...(children ? { content: { ...children, minItems: 1 } } : {}),
      ...(marks.length > 0 ? { marks: list } : {}),
    },
  );
}

function markDefinitions(): Record<string, ValueSchema> {
  return Object.fromEntries(
    Object.entries(MARKS).map(([name, mark]) => {
      const attrs = attributesSchema(mark.attrs ?? {});
      return [`mark.${name}`, strictObject({ type: { const: name }, ...(attrs ? { attrs } : {}) })];
    }),
  );
}

function attributesSchema(attrs: NonNullable<(typeof NODES)[string]["attrs"]>): ValueSchema | null {
  const names = Object.keys(attrs);
  if (names.length === 0) return null;
  return strictObject(
    Object.fromEntries(names.map((name) => [name, attributeSchema(attrs[name]!)])),
  );
}

/** Content expressions are all of the form `(a | b)*`: what may come first may always come. */
function allowedIn(match: ContentMatch): NodeType[] {
  return Array.from({ length: match.edgeCount }, (_, index) => match.edge(index).type);
}

function childrenOf(parent: NodeType): ValueSchema {
  const names = allowedIn(parent.contentMatch).map((child) =>
    child.isInline ? inlineName(child, parent) : child.name,
  );
  return { type: "array", items: { anyOf: names.map(ref) } };
}

/** Marks that may stand on what is inside a node. */
function marksIn(parent: NodeType): string[] {
  const { markSet } = parent;
  return Object.keys(MARKS)
    .filter((name) => !markSet || markSet.some((mark) => mark.name === name))
    .map((name) => `mark.${name}`);
}

/** `text.prose`, `text.literal`, `text.plain`: the same node where other marks may stand on it. */
function inlineName(child: NodeType, parent: NodeType): string {
  const marks = marksIn(parent);
  const where = marks.length === 0 ? "plain" : marks.includes("mark.tagged") ? "literal" : "prose";
  return `${child.name}.${where}`;
}

function nodeType(name: string): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new TypeError(`There is no node ${name}.`);
  return type;
}

const ref = (name: string): ValueSchema => ({ $ref: `#/$defs/${name}` });

function strictObject(
  required: Record<string, ValueSchema>,
  optional: Record<string, ValueSchema> = {},
): ValueSchema {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

function shape(type: z.ZodType): ValueSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(type);
  return rest;
}
