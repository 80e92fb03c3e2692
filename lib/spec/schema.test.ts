import { describe, expect, it } from "vitest";
import { NODES, schema } from "./schema";

describe("schema", () => {
  it.each(Object.entries(NODES))("%s never demands content", (_, spec) => {
    expect(spec.content ?? "").not.toMatch(/\+/);
    expect(schema.topNodeType.createAndFill()?.childCount).toBe(0);
  });

  it("has a null default for every attribute that may be null", () => {
    for (const [name, spec] of Object.entries(NODES)) {
      for (const [attribute, { default: fallback, validate }] of Object.entries(spec.attrs ?? {})) {
        if (typeof validate !== "function" || fallback === undefined) continue;
        expect(acceptsNull(validate), `${name}.${attribute}`).toBe(fallback === null);
      }
    }
  });

  it.each([
    ["a heading of level 7", { type: "heading", attrs: { level: 7 } }],
    ["an id with a space", { type: "heading", attrs: { id: "be honest" } }],
    ["a role nobody has", { type: "message", attrs: { role: "oracle" } }],
    ["an unknown verdict", { type: "response", attrs: { verdict: "FINE" } }],
    [
      "a quote in an attribute",
      { type: "message", attrs: { role: "user", attributes: [["a", '"']] } },
    ],
  ])("refuses %s", (_, json) => {
    expect(() => schema.nodeFromJSON(json).check()).toThrow(RangeError);
  });
});

function acceptsNull(validate: (value: unknown) => void): boolean {
  try {
    validate(null);
    return true;
  } catch {
    return false;
  }
}
