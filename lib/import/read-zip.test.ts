import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { zipSync, strToU8, type ZipOptions } from "fflate";
import { describe, expect, it } from "vitest";
import { ImportRefused } from "./import-refused";
import { importFiles } from "./import-files";
import { readZip } from "./read-zip";
import { handmadeZip } from "./testing/handmade-zip";

const all = () => true;
const zip = (files: Record<string, string>, options: ZipOptions = {}) =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    options,
  );
const textsOf = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries(
    [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("utf8")]),
  );

describe("readZip", () => {
  it("gives back what was packed, stored or deflated", () => {
    const files = { "a/spec.md": "# A\r\n", "b.md": "x".repeat(5_000) };
    expect(textsOf(readZip(zip(files), all))).toEqual(files);
    expect(textsOf(readZip(zip(files, { level: 0 }), all))).toEqual(files);
  });

  it("leaves files alone that nobody wants", () => {
    const files = readZip(zip({ "a.md": "a", "b.png": "b" }), (path) => path.endsWith(".md"));
    expect([...files.keys()]).toEqual(["a.md"]);
  });

  it("stops at 100 times its size, whatever its directory claims", () => {
    const grows = deflateRawSync(Buffer.alloc(40 * 1024 * 1024));
    const bytes = handmadeZip([{ name: "a.md", packed: grows, claimedBytes: 12 }]);
    expect(bytes.length).toBeLessThan(60_000);
    expect(() => readZip(bytes, all)).toThrow(/100 times its size/);
  });

  it("stops at 50 MB", () => {
    const noise = Buffer.from(Array.from({ length: 1024 * 1024 }, (_, i) => (i * i * 31) % 251));
    const packed = deflateRawSync(Buffer.concat(Array.from({ length: 17 }, () => noise)));
    const bytes = handmadeZip(
      [1, 2, 3, 4].map((n) => ({ name: `${n}.md`, packed, claimedBytes: 1 })),
      Buffer.alloc(1024 * 1024),
    );
    expect(() => readZip(bytes, all)).toThrow(/50 MB come out/);
  });

  it("refuses files of one archive that overlap and grow", () => {
    const packed = deflateRawSync(Buffer.alloc(200_000));
    const bytes = handmadeZip(
      Array.from({ length: 900 }, (_, n) => ({ name: `${n}.md`, packed, sameAs: 0 })),
    );
    expect(() => readZip(bytes, all)).toThrow(/100 times|50 MB|damaged/);
  });

  it("refuses more than 1,000 files", () => {
    const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`${n}.md`, "x"]));
    expect(() => readZip(zip(many), all)).toThrow(/more than 1000 files/);
  });

  it.each(["../a.md", "a/../../b.md", "/etc/passwd", "C:\\a.md", "..\\a.md", "a\u0000.md"])(
    "refuses the name %j",
    (name) => {
      const packed = deflateRawSync(Buffer.from("x"));
      expect(() => readZip(handmadeZip([{ name, packed }]), all)).toThrow(ImportRefused);
    },
  );

  it("refuses an archive in an archive", () => {
    expect(() => readZip(zip({ "a.md": "a", "more.zip": "b" }), all)).toThrow(/another archive/);
  });

  it("refuses a password, a link, a wrong checksum, an unknown method", () => {
    const packed = deflateRawSync(Buffer.from("x"));
    const refusal = (entry: object, words: RegExp) =>
      expect(() => readZip(handmadeZip([{ name: "a.md", packed, ...entry }]), all)).toThrow(words);
    refusal({ flags: 1 }, /password/);
    refusal({ mode: 0o120777 }, /link/);
    refusal({ crc: 7 }, /checksum/);
    refusal({ method: 12 }, /not known here/);
  });

  it("refuses what is cut off, at every length", () => {
    const whole = zip({ "spec.md": "# A\n".repeat(50), "examples/ab.md": "x" });
    for (let length = 4; length < whole.length; length += 1) {
      expect(() => readZip(whole.subarray(0, length), all)).toThrow(ImportRefused);
    }
  });

  it("refuses or reads archives with a few wrong bytes, and never fails otherwise", () => {
    const whole = zip({ "spec.md": "# A\n".repeat(50), "examples/ab.md": "x" });
    const wrong = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(wrong, (changes) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        try {
          readZip(bytes, all);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportRefused);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("importFiles", () => {
  it("leaves the folder out that holds everything", () => {
    const bytes = zip({ "repo-1/x/spec.md": "a", "repo-1/x/examples/ab.md": "b" });
    expect([...importFiles({ name: "x.zip", bytes }).keys()]).toEqual([
      "spec.md",
      "examples/ab.md",
    ]);
  });

  it("keeps byte order mark and line ends", () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a]);
    expect(importFiles({ name: "a.md", bytes }).get("a.md")).toBe("\ufeffa\r\n");
  });

  it.each([
    [[0x61, 0x00], /zero byte at position 1/],
    [[0x61, 0x62, 0xff, 0x63], /not valid UTF-8 around byte 2/],
    [[0x61, 0xe2, 0x82], /not valid UTF-8 around byte/],
    [[0xff, 0xfe, 0x61, 0x00], /UTF-16/],
  ])("refuses bytes %j", (bytes, words) => {
    expect(() => importFiles({ name: "a.md", bytes: Uint8Array.from(bytes) })).toThrow(words);
  });

  it("says what a zip without Markdown lacks", () => {
    expect(() => importFiles({ name: "x.zip", bytes: zip({ "a.png": "b" }) })).toThrow(
      /holds no Markdown/,
    );
  });

  it("refuses a folder with a name that leads out", () => {
    const files = new Map([["../a.md", new Uint8Array()]]);
    expect(() => importFiles({ name: "x", files })).toThrow(/leads out/);
  });
});
