import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getReleaseBundle } from "@/lib/data/release-bundle";
import { getReleaseRecord } from "@/lib/data/release-record";
import { verifyReleases } from "@/lib/data/verify-releases";
import { useDatabase } from "@/lib/testing/database";
import { approve, cut, publish, reviewScene, write, type ReviewScene } from "@/lib/testing/review";
import type { ReleaseBundle } from "@/lib/workflow/release-bundle";

const database = useDatabase();

const VERIFIER = path.resolve("public/verify-release.mjs");
type Verify = (
  bundle: unknown,
  expected?: string,
) => { checks: { words: string; fits: boolean }[]; notes: string[] };
let verifyBundle: Verify;
let scene: ReviewScene;
let bundle: ReleaseBundle;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "bundle-"));
  ({ verifyBundle } = (await import(pathToFileURL(VERIFIER).href)) as { verifyBundle: Verify });
  scene = await reviewScene();
  const { editor, publisher, reviewers } = scene;
  await write(scene, editor, { honest: "Be honest.", kind: "Be kind." });
  const first = await cut(scene, "1.0.0");
  await approve(reviewers[0], first);
  await approve(reviewers[1], first);
  await publish(publisher, first);
  await write(scene, editor, { honest: "Never deceive.", kind: "Be kind.", clear: "Be clear." });
  const second = await cut(scene, "1.1.0", "- #honest is firmer\n- #clear is new");
  await approve(reviewers[0], second);
  await approve(reviewers[1], second);
  await write(scene, editor, { honest: "Never deceive.", kind: "Be kind.", clear: "Be plain." });
  const third = await cut(scene, "1.1.0", "- #honest is firmer\n- #clear is new");
  await approve(reviewers[0], third);
  await approve(reviewers[1], third);
  await publish(publisher, third);
  bundle = await getReleaseBundle(
    { id: scene.specId, slug: scene.slug, title: "House rules" },
    "1.1.0",
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The bundle as it comes out of a file. */
const copy = () => JSON.parse(JSON.stringify(bundle)) as ReleaseBundle;
const failing = (one: unknown) => {
  try {
    return verifyBundle(one).checks.filter(({ fits }) => !fits).length;
  } catch {
    return 1;
  }
};

describe("a bundle", () => {
  it("fits, with approvals of both candidates", () => {
    const { checks, notes } = verifyBundle(copy());
    expect(checks.filter(({ fits }) => !fits)).toEqual([]);
    expect(checks.length).toBeGreaterThan(8);
    expect(bundle.candidates.map(({ manifest }) => manifest.number)).toEqual([2, 3]);
    expect(notes.join()).toContain("Approved by");
  });

  it("names nobody by address, and no draft", async () => {
    const text = JSON.stringify(bundle);
    expect(text).not.toContain("@example.org");
    expect(text).not.toContain("updates");
    const record = JSON.stringify(await getReleaseRecord(scene.specId, "1.1.0"));
    expect(record).not.toContain("@example.org");
    expect(record).not.toContain(scene.reviewers[0].id);
  });

  it("is seen to be tampered with, wherever one value is another", () => {
    // Things that are only said and hang on no hash: the public record on the site says them too.
    const FREE = /^\$\.(spec\.(slug|title)|release\.published(At|By)|approvals\.\d+\.by)/;
    const places = leaves(copy()).filter((place) => !FREE.test(place));
    expect(places.length).toBeGreaterThan(100);
    const unseen = places.filter((place) => failing(changedAt(copy(), place)) === 0);
    expect(unseen).toEqual([]);
  });

  it("is seen to lack an approval", () => {
    const one = copy();
    one.approvals = one.approvals.filter(
      ({ candidateHash }) => candidateHash === one.candidates.at(-1)?.hash,
    );
    expect(failing(one)).toBeGreaterThan(0);
  });

  it("is checked by the file alone, from the command line", async () => {
    const run = promisify(execFile);
    const fine = path.join(folder, "bundle.json");
    await writeFile(fine, JSON.stringify(bundle));
    const { stdout } = await run("node", [VERIFIER, fine, bundle.release.manifestHash]);
    expect(stdout).toContain("✓ The text has the hash that the manifest names");
    expect(stdout).not.toContain("✗");
    const bad = path.join(folder, "tampered.json");
    await writeFile(bad, JSON.stringify(bundle).replace("Never deceive.", "Always deceive."));
    await expect(run("node", [VERIFIER, bad])).rejects.toMatchObject({ code: 1 });
    await expect(run("node", [VERIFIER, fine, "0".repeat(64)])).rejects.toMatchObject({ code: 1 });
    await expect(run("node", [VERIFIER, path.join(folder, "none")])).rejects.toMatchObject({
      code: 2,
    });
  });
});

describe("verifyReleases", () => {
  it("finds nothing wrong with what was published", async () => {
    expect(await verifyReleases()).toMatchObject({ releases: 2, candidates: 3, faults: [] });
  });

  it.each([
    ["Release", "label", "'9.9.9' WHERE number = 2", /manifest is not/],
    ["Release", "changelog", "'Nothing.' WHERE number = 1", /manifest is not/],
    [
      "Release",
      '"documentHash"',
      `(SELECT "documentHash" FROM "Release" WHERE number = 1) WHERE number = 2`,
      /manifest is not/,
    ],
    ["Candidate", "changelog", "'Other.' WHERE number = 3", /is not what its hash says/],
    ["Approval", '"candidateHash"', `repeat('0', 64)`, /names another hash/],
  ])("sees that somebody with every right changed %s.%s", async (table, column, value, problem) => {
    // As the owner of the tables, with the guards off: what no running server may do.
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      await owner.query("BEGIN");
      await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
      const before = await owner.query(`SELECT * FROM "${table}"`);
      await owner.query(`UPDATE "${table}" SET ${column} = ${value}`);
      await owner.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
      await owner.query("COMMIT");
      const { faults } = await verifyReleases();
      expect(faults.map((fault) => fault.problem).join()).toMatch(problem);
      await putBack(owner, table, column.replaceAll('"', ""), before.rows);
      expect((await verifyReleases()).faults).toEqual([]);
    } finally {
      await owner.end();
    }
  });
});

async function putBack(
  owner: pg.Client,
  table: string,
  column: string,
  rows: Record<string, unknown>[],
): Promise<void> {
  await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
  for (const row of rows) {
    await owner.query(`UPDATE "${table}" SET "${column}" = $1 WHERE id = $2`, [
      row[column],
      row["id"],
    ]);
  }
  await owner.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
}

/** Paths of all strings and numbers. */
function leaves(value: unknown, at = "$"): string[] {
  if (typeof value !== "object" || value === null) return value === null ? [] : [at];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, `${at}.${key}`));
}

function changedAt(root: unknown, at: string): unknown {
  const path = at.split(".").slice(1);
  // Keys of parts have dots in none of the samples here.
  let holder = root as Record<string, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  const last = path.at(-1)!;
  const value = holder[last];
  holder[last] =
    typeof value === "number" ? value + 1 : typeof value === "string" ? `${value}x` : true;
  return root;
}

it("is a database with its guards on", async () => {
  await expect(db().$executeRawUnsafe(`UPDATE "Release" SET label = 'x'`)).rejects.toThrow();
});
