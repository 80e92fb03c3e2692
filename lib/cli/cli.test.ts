import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Io } from "./io";
import { run } from "./run";

const SPEC = `# Manners {#manners}

## Say who you are {#say_who_you_are authority=root}

Never claim to be a person; see [?](#ask_first).  

**Example**: a direct question

~~~xml
<user>
Are you human?
</user>
<comparison>
<assistant> <!-- BAD -->
Of course.
</assistant>
<assistant> <!-- GOOD: plain -->
No, I am a program &amp; say so.
</assistant>
</comparison>
~~~

## Ask first {#ask_first authority=guideline}

Ask before acting.`;

const BROKEN = `${SPEC}\n\nSee [?](#nowhere).`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "precept-cli-"));
  await writeFile(path.join(folder, "spec.md"), SPEC);
  await writeFile(path.join(folder, "broken.md"), BROKEN);
  await mkdir(path.join(folder, "repository", "examples"), { recursive: true });
  const marked = SPEC.replace("Ask before acting.", "Ask before acting[^ab12].");
  await writeFile(path.join(folder, "repository", "model_spec.md"), marked);
  const prompts = `Examples for [^ab12] in Ask first:\n\n**Example**: a purchase\n\n~~~xml\n<user>\nBuy it.\n</user>\n~~~`;
  await writeFile(path.join(folder, "repository", "examples", "ab12.md"), prompts);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function precept(args: string[], stdin = "") {
  let out = "";
  const said: string[] = [];
  const io: Io = {
    out: (text) => (out += text),
    say: (line) => said.push(line),
    cwd: folder,
    stdin: (async function* () {
      yield stdin;
    })(),
  };
  return { code: await run(args, io), out, said: said.join("\n") };
}

describe("precept inspect", () => {
  it("counts, in words and as JSON", async () => {
    const words = await precept(["inspect", "spec.md"]);
    expect(words).toMatchObject({ code: 0, said: "" });
    expect(words.out).toContain("clauses         2 (root 1");
    const json = await precept(["inspect", "spec.md", "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({
      sections: 3,
      clauses: 2,
      examples: 1,
      responses: { GOOD: 1, BAD: 1, OK: 0 },
      autoTitledLinks: 1,
      integrity: { notes: [] },
    });
  });

  it("reports on integrity with the line", async () => {
    const { out } = await precept(["inspect", "broken.md", "--json"]);
    const lines = BROKEN.split("\n").length;
    expect(JSON.parse(out).integrity.notes).toMatchObject([
      { code: "dangling-reference", line: lines },
    ]);
  });

  it("reads a folder with its evaluation prompts", async () => {
    const { out } = await precept(["inspect", "repository", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ markers: 1, promptsFiles: 1, prompts: 1 });
  });
});

describe("precept convert", () => {
  it("gives the same bytes from Markdown to Markdown, also through a pipe", async () => {
    expect((await precept(["convert", "spec.md", "--to", "md"])).out).toBe(SPEC);
    expect((await precept(["convert", "-", "--to", "md"], SPEC)).out).toBe(SPEC);
  });

  it("gives the same JSON for the same file, and the same JSON again from it", async () => {
    const first = await precept(["convert", "spec.md", "--to", "json"]);
    expect((await precept(["convert", "spec.md", "--to", "json"])).out).toBe(first.out);
    expect((await precept(["convert", "-", "--to", "json"], first.out)).out).toBe(first.out);
  });

  it("gives the original back from JSON with its source, the canonical form without", async () => {
    const whole = await precept(["convert", "spec.md", "--to", "json", "--with-source"]);
    expect((await precept(["convert", "-", "--to", "md"], whole.out)).out).toBe(SPEC);
    const bare = await precept(["convert", "spec.md", "--to", "json"]);
    const canonical = await precept(["convert", "-", "--to", "md"], bare.out);
    expect(canonical.out).not.toBe(SPEC);
    expect(canonical.out).toContain("Never claim to be a person; see [?](#ask_first).\n");
  });

  it("writes a folder as it came", async () => {
    const { code, said } = await precept(["convert", "repository", "--to", "md", "-o", "copy"]);
    expect({ code, said }).toEqual({ code: 0, said: "Wrote 2 files to copy." });
    for (const name of ["model_spec.md", "examples/ab12.md"]) {
      const [from, to] = await Promise.all(
        ["repository", "copy"].map((each) => readFile(path.join(folder, each, name), "utf8")),
      );
      expect(to).toBe(from);
    }
  });
});

describe("precept lint", () => {
  it("ends with 1 on an error and names line and rule", async () => {
    const { code, out } = await precept(["lint", "broken.md"]);
    expect(code).toBe(1);
    expect(out).toContain(`broken.md:${BROKEN.split("\n").length}: error: `);
    expect(out).toContain("[dangling-reference]");
  });

  it("ends with 0 without errors, or when the rule is off", async () => {
    expect((await precept(["lint", "spec.md"])).code).toBe(0);
    const off = await precept(["lint", "broken.md", "--rule", "dangling-reference=off", "--json"]);
    expect(off.code).toBe(0);
    expect(JSON.parse(off.out)).not.toContainEqual(expect.objectContaining({ severity: "error" }));
  });
});

describe("precept with input that it cannot use", () => {
  it.each([
    [["frobnicate"], /no command "frobnicate"/],
    [["inspect"], /Name a file/],
    [["inspect", "a.md", "b.md"], /One FILE/],
    [["inspect", "missing.md"], /no file or folder missing\.md/],
    [["inspect", "spec.md", "--frob"], /--frob/],
    [["inspect", "spec.md", "--profile", "wiki"], /model-spec or generic/],
    [["convert", "spec.md"], /--to md or --to json/],
    [["convert", "spec.md", "--to", "md", "-o", "no/such/folder/x.md"], /cannot be written/],
    [["lint", "spec.md", "--rule", "nonsense=off"], /not understood.*dangling-reference/],
  ])("%j says what to do and ends with 2", async (args, words) => {
    const { code, out, said } = await precept(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(said).toMatch(words);
  });

  it.each([
    ['{"format": "precept-spec", "version": 99}', /no spec as precept writes it/],
    ["{ broken", /no valid JSON/],
  ])("JSON %j", async (text, words) => {
    const { code, said } = await precept(["inspect", "-"], text);
    expect(code).toBe(2);
    expect(said).toMatch(words);
  });
});

describe("the program itself", () => {
  it("runs from any folder, with results apart from words", () => {
    const bin = path.resolve("bin/precept.mjs");
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "lint", "broken.md"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stdout).toContain("[dangling-reference]");
    expect(stderr).toMatch(/^1 error/);
  });

  it("explains itself", async () => {
    expect((await precept(["--help"])).out).toContain("Exit codes");
    expect((await precept(["convert", "--help"])).out).toContain("--with-source");
    expect((await precept([])).code).toBe(2);
  });
});

const corpus = path.resolve(process.env.SPEC_CORPUS ?? "../shared/corpus", "model-spec");
const releases = existsSync(corpus) ? readdirSync(corpus).sort() : [];
if (releases.length === 0) process.stderr.write("No SPEC_CORPUS: real releases are skipped.\n");

describe.skipIf(releases.length === 0)("precept on real releases", () => {
  it.each(releases)("converts %s to the same bytes", async (release) => {
    const file = path.join(corpus, release, "model_spec.md");
    const { out } = await precept(["convert", file, "--to", "md"]);
    expect(out === readFileSync(file, "utf8")).toBe(true);
  });
});
