import { describe, expect, it } from "vitest";
import { importFiles } from "@/lib/import/import-files";
import { readImport } from "@/lib/import/read-import";
import { parse } from "@/lib/markdown/parse";
import { releases as corpus } from "@/lib/markdown/testing/corpus";
import { mintUid } from "@/lib/mint-uid";
import { documentHash } from "@/lib/spec/document";
import { sha256Hex } from "@/lib/spec/canonical-json";
import {
  exportClause,
  exportFile,
  exportHistory,
  EXPORT_FORMATS,
  type Exportable,
} from "./export-file";

const FILES = {
  "docs/spec.md": "# A {#a}\r\n\r\n## B {#b authority=root}\r\n\r\nText[^ab12].  \r\n",
  "docs/examples/ab12.md":
    "Examples for [^ab12] in B:\n\n**Example**: c\n\n~~~xml\n<user>\nHi\n</user>\n~~~",
};

function version(files: Record<string, string>, label: string | null = null): Exportable {
  const { document, source } = parse(files, { mint: mintUid });
  return { slug: "manners", label, document, source };
}

const bytesOf = (body: string | Uint8Array<ArrayBuffer>) =>
  typeof body === "string" ? new TextEncoder().encode(body) : body;

describe("exportFile", () => {
  const draft = version(FILES);

  it("gives a zip in the layout that the spec came in", () => {
    const { name, body } = exportFile(draft, "zip");
    expect(name).toBe("manners-draft.zip");
    const files = importFiles({ name, bytes: bytesOf(body) });
    expect(Object.fromEntries(files)).toEqual({
      "spec.md": FILES["docs/spec.md"],
      "examples/ab12.md": FILES["docs/examples/ab12.md"],
    });
  });

  it("gives the Markdown as it came, and JSON that hashes to the name of the document", async () => {
    expect(exportFile(draft, "markdown").body).toBe(FILES["docs/spec.md"]);
    const { body } = exportFile(draft, "json");
    expect(await sha256Hex(bytesOf(body))).toBe(await documentHash(draft.document));
  });

  it.each(["json", "json-with-source"] as const)("gives %s that can be imported", (format) => {
    const { name, body } = exportFile(draft, format);
    const [, read] = [...readImport({ name, bytes: bytesOf(body) })];
    expect(read).toMatchObject({ document: draft.document });
    if (format === "json-with-source") expect(read).toMatchObject({ source: draft.source });
  });

  it("names its examples after the release", () => {
    const { name, body } = exportFile({ ...draft, label: "2026-01-10" }, "examples");
    expect(name).toBe("manners-2026-01-10-examples.jsonl");
    const lines = String(body).trimEnd().split("\n");
    expect(JSON.parse(lines[0]!)).toMatchObject({ release: "2026-01-10", evaluation: "ab12" });
  });

  it.each(EXPORT_FORMATS)("gives the same bytes twice as %s", (format) => {
    expect(exportFile(draft, format)).toEqual(exportFile(draft, format));
  });

  it("gives one clause alone", () => {
    expect(exportClause(draft, "b")).toEqual({
      name: "manners-draft-b.md",
      type: "text/markdown; charset=utf-8",
      body: "## B {#b authority=root}\r\n\r\nText[^ab12].  \n",
    });
    expect(exportClause(draft, "nowhere")).toBeNull();
  });
});

describe("exportHistory", () => {
  it("gives what an import takes as history", () => {
    const later = { ...FILES, "docs/spec.md": FILES["docs/spec.md"].replace("Text", "Words") };
    const releases = [version(FILES, "1.0"), version(later, "1.1")].map((each, index) => ({
      ...each,
      label: each.label!,
      publishedAt: new Date(Date.UTC(2026, index, 5)),
      changelog: `Number ${index}`,
    }));
    const { name, body } = exportHistory("manners", releases);
    const read = [...readImport({ name, bytes: bytesOf(body) })].flatMap((step) =>
      "preview" in step ? step : [],
    );
    expect(read.map(({ preview }) => [preview.label, preview.date, preview.changelog])).toEqual([
      ["1.0", "2026-01-05T00:00:00.000Z", "Number 0"],
      ["1.1", "2026-02-05T00:00:00.000Z", "Number 1"],
    ]);
  });
});

describe.skipIf(corpus.length === 0)("exports of the real releases", () => {
  it.each(corpus)("gives the files of $name byte for byte", ({ files, name }) => {
    const { body } = exportFile(version(files, name), "zip");
    const read = importFiles({ name, bytes: bytesOf(body) });
    expect(Object.fromEntries(read)).toEqual(files);
  });
});
