import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { print } from "@/lib/markdown/print";
import { releases as corpus } from "@/lib/markdown/testing/corpus";
import { runImport, unpackRelease, type ReadProgress } from "./run-import";

const file = (text: string, name = "spec.md") => ({ name, bytes: new TextEncoder().encode(text) });
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

describe("runImport", () => {
  it("reads a file in a worker, with a preview and its bytes", async () => {
    const text =
      "# Manners {#manners}\r\n\r\n## Be kind {#kind authority=root}\r\n\r\nSee [?](#nowhere).  ";
    const [release, ...others] = await runImport(file(text));
    expect(others).toEqual([]);
    expect(release!.preview).toMatchObject({
      title: "Manners",
      counts: { sections: 2, clauses: 1 },
      noteCounts: { error: 1 },
      notes: [{ code: "dangling-reference", line: 5 }],
      outline: [{ title: "Manners", children: [{ title: "Be kind", id: "kind" }] }],
    });
    const { document, source } = unpackRelease(release!);
    expect(print(document, source)).toEqual({ "spec.md": text });
  });

  it("reads canonical JSON again, with and without its source", async () => {
    const [release] = await runImport(file("# A\n\nText.  \n"));
    const { document, source } = unpackRelease(release!);
    for (const value of [document, { document, source }]) {
      const [again] = await runImport(file(JSON.stringify(value), "spec.json"));
      expect(unpackRelease(again!).document).toEqual(document);
    }
  });

  it("says how far it is", async () => {
    const bytes = zip({ "1.0/spec.md": "# A", "1.1/spec.md": "# B", "1.2/spec.md": "# C" });
    const seen: ReadProgress[] = [];
    await runImport({ name: "x.zip", bytes }, { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ read, total }) => `${read}/${total}`)).toEqual(["0/3", "1/3", "2/3", "3/3"]);
  });

  it.each([
    ["no JSON", file('{"format": "x"', "a.json"), /cannot be read as JSON/],
    ["another JSON", file('{"format": "x"}', "a.json"), /no spec in canonical JSON/],
    ["bytes", { name: "a.md", bytes: new Uint8Array([1, 0, 2]) }, /zero byte/],
  ])("refuses %s in words", async (_, input, words) => {
    await expect(runImport(input)).rejects.toThrow(words);
  });

  it("ends a reading that takes too long, or too much memory", async () => {
    const large = file("word *and* [another](b)\n\n".repeat(150_000));
    const slow = runImport(large, { limits: { totalMs: 1_500 } });
    await expect(slow).rejects.toThrow(/too long/);
    const hungry = runImport(large, { limits: { memoryMb: 60 } });
    await expect(hungry).rejects.toThrow(/memory/);
  });
});

describe.skipIf(corpus.length === 0)("runImport on the real releases", () => {
  it("reads them as a history within the limits, byte for byte", async () => {
    const files = Object.fromEntries(
      corpus.flatMap(({ name, files }) =>
        Object.entries(files).map(([path, text]) => [`${name}/${path}`, text]),
      ),
    );
    const read = await runImport({ name: "history.zip", bytes: zip(files) });
    expect(read.map(({ preview }) => preview.label)).toEqual(corpus.map(({ name }) => name));
    read.forEach((release, index) => {
      const { document, source } = unpackRelease(release);
      expect(print(document, source)).toEqual(corpus[index]!.files);
    });
  });
});
