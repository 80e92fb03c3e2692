import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diffDocuments } from "@/lib/diff/diff";
import { ALL_FIXTURES } from "@/lib/diff/fixtures/all-fixtures";
import type { Io } from "./io";
import { run } from "./run";

const BEFORE = `# Manners {#manners}

## Say who you are {#say_who authority=root}

Never claim to be a person.

## Ask first {#ask_first authority=guideline}

Ask before acting.`;

const AFTER = BEFORE.replace("Never claim", "Do not claim").replace(
  "authority=guideline",
  "authority=root",
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "precept-diff-"));
  await writeFile(path.join(folder, "before.md"), BEFORE);
  await writeFile(path.join(folder, "after.md"), AFTER);
  await writeFile(
    path.join(folder, "CHANGELOG.md"),
    "# Changelog\n\n## 2\n\n- Ask first binds now.\n",
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function precept(...args: string[]) {
  let out = "";
  const said: string[] = [];
  const io: Io = {
    out: (text) => (out += text),
    say: (line) => said.push(line),
    cwd: folder,
    stdin: (async function* () {
      yield BEFORE;
    })(),
  };
  return { code: await run(["diff", ...args], io), out, said: said.join("\n") };
}

const schema = JSON.parse(
  readFileSync("public/schemas/precept-diff-1.schema.json", "utf8"),
) as object;
const validate = new Ajv2020({ allErrors: true }).compile(schema);

describe("precept diff", () => {
  it("ends with 0 when nothing changed, with 1 when something did", async () => {
    expect(await precept("before.md", "before.md")).toMatchObject({
      code: 0,
      out: "Nothing changed.\n",
    });
    expect(await precept("-", "before.md")).toMatchObject({ code: 0 });
    const { code, out } = await precept("before.md", "after.md");
    expect(code).toBe(1);
    expect(out).toContain("The authority of “Ask first” was raised from Guideline to Root.");
    expect(out).toContain("5→5  A paragraph in “Say who you are” was edited");
  });

  it("writes JSON that follows its schema", async () => {
    const { out } = await precept("before.md", "after.md", "--json", "--changelog", "CHANGELOG.md");
    const value: unknown = JSON.parse(out);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    expect(value).toMatchObject({
      format: "precept-diff",
      version: 1,
      changes: [
        { kind: "unit.edited", class: "normative", from: { sectionId: "say_who", line: 5 } },
        { kind: "section.authority", before: "guideline", after: "root", direction: "raised" },
      ],
    });
  });

  it.each(ALL_FIXTURES)("$name follows the schema", ({ before, after }) => {
    const { format, version, from, to, changes } = diffDocuments(before, after);
    const value: unknown = JSON.parse(JSON.stringify({ format, version, from, to, changes }));
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it("refuses what is no diff", () => {
    expect(
      validate({
        format: "precept-diff",
        version: 1,
        from: null,
        to: null,
        changes: [{ kind: "x" }],
      }),
    ).toBe(false);
  });

  it("summarises, and drafts release notes", async () => {
    const summary = await precept("before.md", "after.md", "--summary");
    expect(summary.out).toContain(
      "Authority of “Ask first” raised from Guideline to Root, 1 clause edited.",
    );
    const notes = await precept("before.md", "after.md", "--markdown");
    expect(notes.out).toContain("# Changes from before.md to after.md");
    expect(notes.out).toContain("## Authority");
    expect(notes.out).toContain("### Say who you are");
  });

  it("says which changed section the changelog leaves out", async () => {
    const { out } = await precept("before.md", "after.md", "--changelog", "CHANGELOG.md");
    expect(out).toContain("1 of 2 changed sections are not mentioned");
    expect(out).toContain("- Say who you are (#say_who): 1 change");
  });

  it.each([
    [["before.md"], /Name two files/],
    [["before.md", "missing.md"], /no file or folder/],
    [["before.md", "after.md", "--json", "--summary"], /Choose one/],
    [["before.md", "after.md", "--changelog", "none.md"], /cannot be read/],
    [["-", "-"], /Only one/],
    [["before.md", "after.md", "--frob"], /--frob/],
  ])("%j says what to do and ends with 2", async (args, words) => {
    const { code, out, said } = await precept(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(said).toMatch(words);
  });
});
