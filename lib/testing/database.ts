import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase } from "@/lib/data/db";
import { copyDatabase, type DatabaseCopy } from "./copy-database";

/**
 * Gives a test file a database of its own: db() leads to it until the file ends.
 *
 * @returns The addresses, readable once the tests run.
 */
export function useDatabase(): Pick<DatabaseCopy, "appUrl" | "ownerUrl"> {
  let copy: DatabaseCopy | undefined;
  const before = process.env.DATABASE_URL;
  beforeAll(async () => {
    copy = await copyDatabase(inject("cluster"));
    process.env.DATABASE_URL = copy.appUrl;
  });
  afterAll(async () => {
    await closeDatabase();
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await copy?.drop();
  });
  const address = (key: "appUrl" | "ownerUrl") => {
    if (!copy) throw new Error("The database is there only while tests run.");
    return copy[key];
  };
  return {
    get appUrl() {
      return address("appUrl");
    },
    get ownerUrl() {
      return address("ownerUrl");
    },
  };
}
