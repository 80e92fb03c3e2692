import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { listReleases } from "@/lib/data/releases";
import { useDatabase } from "@/lib/testing/database";
import { person } from "@/lib/testing/people";
import { ScriptProcess } from "@/lib/testing/script-process";

const database = useDatabase();

const TEXT = "# House rules {#house}\n\n## Knock {#knock authority=root}\n\nAlways knock.\n";
let folder: string;
let email: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "precept-import-"));
  for (const [label, text] of [
    ["2026-01-10", TEXT],
    ["2026-03-05", TEXT.replaceAll("knock", "ring")],
  ] as const) {
    await mkdir(path.join(folder, label));
    await writeFile(path.join(folder, label, "spec.md"), text);
  }
  const { id } = await person({ specCreator: true });
  email = (await db().user.findUniqueOrThrow({ where: { id } })).email!;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const script = new ScriptProcess("import", { DATABASE_URL: database.ownerUrl }, args);
  return { code: await script.end(), output: script.output };
}

describe("npm run import", () => {
  it("shows what it would do and writes nothing on a dry run", async () => {
    const before = await db().spec.count();
    const { code, output } = await run(folder, "--dry-run");
    expect(code, output).toBe(0);
    expect(output).toMatch(/2026-03-05 {2}\(2026-03-05T00:00:00Z\)/);
    expect(output).toMatch(/#knock is now #ring/);
    expect(output).toMatch(/Nothing was written/);
    expect(await db().spec.count()).toBe(before);
  }, 60_000);

  it("writes a history, in the name of a person", async () => {
    const { code, output } = await run(folder, "--as", email, "--as-history", "--slug", "knocking");
    expect(code, output).toBe(0);
    expect(output).toMatch(/Imported the draft and 2 releases: \/w\/knocking/);
    const spec = await db().spec.findUniqueOrThrow({ where: { slug: "knocking" } });
    expect(spec.title).toBe("House rules");
    const releases = await listReleases(db(), spec.id);
    expect(releases.map(({ label }) => label)).toEqual(["2026-03-05", "2026-01-10"]);
  }, 60_000);

  it.each<[string, string[], RegExp]>([
    ["an address that nobody has", ["--as", "nobody@example.org"], /Nobody here/],
    ["nobody at all", [], /Say who imports it/],
    [
      "a title for a spec that exists",
      ["--as", "a@b.c", "--spec", "x", "--title", "y"],
      /--spec names/,
    ],
  ])(
    "refuses %s",
    async (_, args, words) => {
      const { code, output } = await run(folder, ...args);
      expect(code).toBe(1);
      expect(output).toMatch(words);
    },
    60_000,
  );
});
