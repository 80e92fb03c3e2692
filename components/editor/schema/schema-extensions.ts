import { Mark, Node, type AnyExtension, type Attributes } from "@tiptap/core";
import type { AttributeSpec, MarkSpec, NodeSpec } from "@tiptap/pm/model";
import { DRAFT_NODES } from "@/lib/draft/draft-schema";
import { MARKS } from "@/lib/spec/schema";
import { MARK_DOM, NODE_DOM } from "./node-dom";
import { parseRulesFor } from "./parse-rules";

/**
 * The document model of a draft as extensions of the editor: the same names, contents, attributes and
 * order, with the DOM they are shown as. `schema-extensions.test.ts` holds the two against each other,
 * because the binding deletes what an editor's schema does not know.
 */
export function schemaExtensions(): AnyExtension[] {
  return [
    ...Object.entries(DRAFT_NODES).map(([name, spec]) => nodeExtension(name, spec)),
    ...Object.entries(MARKS).map(([name, spec]) => markExtension(name, spec)),
  ];
}

function nodeExtension(name: string, spec: NodeSpec): AnyExtension {
  const { content, marks, group, inline, atom, code, whitespace, defining, isolating } = spec;
  return Node.create({
    name,
    topNode: name === "doc",
    ...defined({ content, marks, group, inline, atom, code, whitespace, defining, isolating }),
    addAttributes: () => attributes(spec.attrs),
    extendNodeSchema: (extension: AnyExtension) =>
      extension.name === name && spec.leafText ? { leafText: spec.leafText } : {},
    ...(NODE_DOM[name]
      ? {
          parseHTML: () => parseRulesFor(name),
          renderHTML: ({ node }) => NODE_DOM[name]!(node),
        }
      : {}),
  });
}

function markExtension(name: string, spec: MarkSpec): AnyExtension {
  const { inclusive, excludes, group, spanning, code } = spec;
  return Mark.create({
    name,
    ...defined({ inclusive, excludes, group, spanning, code }),
    addAttributes: () => attributes(spec.attrs),
    parseHTML: () => parseRulesFor(name),
    renderHTML: ({ mark }) => MARK_DOM[name]!(mark),
  });
}

/** A copy of half a heading is another section: nothing but its look goes along. */
const KEPT_ON_SPLIT = new Set(["level"]);

function attributes(specs: Record<string, AttributeSpec> = {}): Attributes {
  return Object.fromEntries(
    Object.entries(specs).map(([name, { default: fallback, validate }]) => [
      name,
      {
        ...(fallback === undefined ? { isRequired: true } : { default: fallback }),
        ...(validate === undefined ? {} : { validate }),
        keepOnSplit: KEPT_ON_SPLIT.has(name),
        rendered: false,
        // Attributes come from the rules alone: an `id` of a pasted page is not one of ours.
        parseHTML: () => null,
      },
    ]),
  );
}

function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
