import type { Node, Schema } from "@tiptap/pm/model";
import type { NodeJson } from "@/lib/spec/block-json";
import type { Role, Verdict } from "@/lib/spec/schema/example-blocks";

/** Blocks that people add, empty and without identities: `UidKeeper` gives them theirs. */
export const newBlocks = (schema: Schema) => {
  const make = (json: NodeJson): Node => schema.nodeFromJSON(json);
  return {
    paragraph: () => make({ type: "paragraph" }),
    heading: (level: number) => make({ type: "heading", attrs: { level } }),
    commentary: () =>
      make({
        type: "commentary",
        attrs: { title: "Commentary" },
        content: [{ type: "paragraph" }],
      }),
    example: () => make(example()),
    message: (role: Role) => make({ type: "message", attrs: { role } }),
    response: (verdict: Verdict | null) => make(response(verdict)),
    comparison: () => make({ type: "comparison", content: [response("GOOD"), response("BAD")] }),
    bulletList: () => make({ type: "bulletList", content: [item()] }),
    orderedList: () => make({ type: "orderedList", content: [item()] }),
    quote: () => make({ type: "blockquote", content: [{ type: "paragraph" }] }),
    codeBlock: () => make({ type: "codeBlock" }),
    table: () => make({ type: "table", content: [row(true), row(false), row(false)] }),
    tableRow: (cells: number) => make(row(false, cells)),
    horizontalRule: () => make({ type: "horizontalRule" }),
  };
};

const item = (): NodeJson => ({ type: "listItem", content: [{ type: "paragraph" }] });

const row = (header: boolean, cells = 3): NodeJson => ({
  type: "tableRow",
  content: Array.from({ length: cells }, () => ({ type: "tableCell", attrs: { header } })),
});

const response = (verdict: Verdict | null): NodeJson => ({
  type: "response",
  attrs: { verdict },
  content: [{ type: "reason" }, { type: "body" }],
});

const example = (): NodeJson => ({
  type: "example",
  content: [
    { type: "exampleTitle" },
    { type: "message", attrs: { role: "user" } },
    { type: "comparison", content: [response("GOOD"), response("BAD")] },
  ],
});
