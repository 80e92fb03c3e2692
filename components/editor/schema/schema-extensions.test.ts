import { getSchema } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { draftSchema } from "@/lib/draft/draft-schema";
import { schemaExtensions } from "./schema-extensions";

const editor = getSchema(schemaExtensions());

function shape(schema: Schema) {
  const nodes = Object.values(schema.nodes).map(({ name, spec }) => ({
    name,
    content: spec.content ?? "",
    marks: spec.marks ?? null,
    group: spec.group ?? null,
    inline: spec.inline ?? false,
    atom: spec.atom ?? false,
    code: spec.code ?? false,
    whitespace: spec.whitespace ?? null,
    defining: spec.defining ?? false,
    isolating: spec.isolating ?? false,
    leafText: Boolean(spec.leafText),
    attrs: spec.attrs ?? {},
  }));
  const marks = Object.values(schema.marks).map(({ name, spec }) => ({
    name,
    inclusive: spec.inclusive ?? null,
    excludes: spec.excludes ?? null,
    code: spec.code ?? false,
    attrs: spec.attrs ?? {},
  }));
  return { top: schema.topNodeType.name, nodes, marks };
}

describe("the editor's schema", () => {
  it("is the draft's: nodes, contents, attributes, marks and their order", () => {
    expect(shape(editor)).toEqual(shape(draftSchema));
  });

  it("refuses what the draft refuses", () => {
    expect(() => editor.nodes["heading"]!.create({ level: 9 }).check()).toThrow(RangeError);
  });
});
