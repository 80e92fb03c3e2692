import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleLines } from "@/lib/markdown/json-lines";
import { normalBlocks } from "@/lib/markdown/normal/normal-blocks";
import { parse } from "@/lib/markdown/parse";
import { PROFILES } from "@/lib/markdown/profile";
import { anyBlocks } from "@/lib/markdown/testing/any-document";
import { releases as corpus } from "@/lib/markdown/testing/corpus";
import { SOAK } from "@/lib/markdown/testing/soak";
import { mintUid } from "@/lib/mint-uid";
import { counter } from "@/lib/spec/builders";
import { specDocument, type SpecDocument } from "@/lib/spec/document";
import { MODEL_SPEC_LEVELS } from "@/lib/spec/levels";
import { readDocument } from "@/lib/spec/read-document";
import { ensureUids } from "@/lib/spec/uid";
import { schemaFiles } from "./schema-files";

const files = schemaFiles();
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictTuples: false });
const compiled = (name: string) => ajv.compile(JSON.parse(files[name]!) as object);
const isSpec = compiled("precept-spec-1.schema.json");
const isExample = compiled("precept-example-1.schema.json");

function expectSpec(document: SpecDocument): void {
  isSpec(JSON.parse(JSON.stringify(document)));
  expect(isSpec.errors).toBeNull();
}

describe("published JSON Schemas", () => {
  it.each(Object.keys(files))("%s is what the document model says (npm run schemas)", (name) => {
    const published = readFileSync(path.resolve("public", "schemas", name), "utf8");
    expect(published).toBe(files[name]);
  });

  it("fit every random document that can be read", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const normal = normalBlocks(blocks, PROFILES["model-spec"]);
        const content = ensureUids(normal, counter());
        expectSpec(readDocument(specDocument({ content, levels: MODEL_SPEC_LEVELS })));
      }),
      { numRuns: 300 * SOAK },
    );
  });

  it("fit every kind of event in a ledger", () => {
    const when = { release: "1.0", revision: null };
    const ledger: SpecDocument["ledger"] = [
      { kind: "renamed", from: "a", to: "b", ...when },
      { kind: "merged", from: ["a", "b"], to: "c", ...when },
      { kind: "split", from: "a", to: ["b", "c"], ...when },
      { kind: "moved", id: "a", from: null, to: "b", ...when },
      { kind: "retired", id: "a", reason: "x", ...when },
    ];
    expectSpec(readDocument(specDocument({ ledger })));
  });

  const heading = (attrs: object) => ({
    type: "heading",
    attrs: { uid: "a", level: 1, id: null, authority: null, tags: [], extra: "", ...attrs },
  });
  it.each<[string, object]>([
    ["an unknown key", { comment: "x" }],
    ["another format", { format: "other" }],
    ["an unknown block", { content: [{ type: "page" }] }],
    ["a level of heading that there is not", { content: [heading({ level: 9 })] }],
    ["an id with a space", { content: [heading({ id: "a b" })] }],
    ["an attribute that is not known", { content: [heading({ colour: "red" })] }],
    [
      "a block in a paragraph",
      { content: [{ type: "paragraph", attrs: { uid: "a" }, content: [heading({})] }] },
    ],
    [
      "bold words in code",
      {
        content: [
          {
            type: "codeBlock",
            attrs: { uid: "a", language: "" },
            content: [{ type: "text", text: "x", marks: [{ type: "strong" }] }],
          },
        ],
      },
    ],
  ])("refuse %s, as the program does", (_, wrong) => {
    const value = { ...specDocument(), ...wrong };
    expect(isSpec(value)).toBe(false);
    expect(() => readDocument(value)).toThrow();
  });
});

describe.skipIf(corpus.length === 0)("JSON Schemas of the real releases", () => {
  it.each(corpus)("fit $name, the spec and every line of its examples", ({ name, files }) => {
    const { document } = parse(files, { mint: mintUid });
    expectSpec(document);
    for (const line of exampleLines(document, name)) {
      isExample(JSON.parse(JSON.stringify(line)));
      expect(isExample.errors).toBeNull();
    }
  });
});
