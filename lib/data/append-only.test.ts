import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/lib/testing/database";
import { db } from "./db";

const database = useDatabase();

/** Tables about releases whose rows are meant to change, each with the reason. */
const MAY_CHANGE: ReadonlySet<string> = new Set([
  // A tick that one person sets and takes away for themselves.
  "SectionView",
  // Where a comment stands in a release, until somebody decides otherwise.
  "ThreadPlacement",
  // Threads of readers name the release they began in, and are opened, settled and moderated.
  "Thread",
  // Decisions on threads can name another release later on.
  "Disposition",
  // Says until when readers are asked about a release.
  "Consultation",
]);

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

const namesOf = async (sql: string) =>
  (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name).sort();

/** From the database itself, so that a new table is never left out. */
const kept = () =>
  namesOf(`
    SELECT DISTINCT c.relname AS name
    FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_class c ON c.oid = t.tgrelid
    WHERE p.proname = 'refuse_change' AND NOT t.tgisinternal`);

/** Tables that lead to a candidate or a release, over any number of steps. */
const aboutReleases = () =>
  namesOf(`
    WITH RECURSIVE about AS (
      SELECT oid FROM pg_class WHERE relname IN ('Candidate', 'Release') AND relkind = 'r'
      UNION
      SELECT table_of.oid
      FROM about JOIN pg_constraint ON confrelid = about.oid AND contype = 'f'
      JOIN pg_class table_of ON table_of.oid = conrelid
      WHERE table_of.relname NOT IN (${[...MAY_CHANGE].map((name) => `'${name}'`).join(", ")})
    )
    SELECT relname AS name FROM pg_class JOIN about ON about.oid = pg_class.oid`);

describe("rows that are for ever", () => {
  it("are guarded in every table about candidates and releases", async () => {
    const tables = await aboutReleases();
    expect(await kept()).toEqual(expect.arrayContaining(tables));
    expect(tables).toEqual(
      expect.arrayContaining(["Approval", "BreakGlassConfirmation", "PublishSchedule", "Release"]),
    );
  });

  it("are refused to the application and to the owner of the tables, whatever the statement", async () => {
    const tables = await kept();
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables) {
      const [column] = await namesOf(`
        SELECT column_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = '${table}'`);
      for (const statement of [
        `UPDATE "${table}" SET "${column}" = "${column}"`,
        `DELETE FROM "${table}"`,
        `TRUNCATE "${table}" CASCADE`,
      ]) {
        await expect(owner.query(statement), statement).rejects.toThrow(/append-only/);
        await expect(db().$executeRawUnsafe(statement), statement).rejects.toThrow(
          /permission denied|must be owner/,
        );
      }
    }
  });
});
