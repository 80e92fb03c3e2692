import { randomBytes } from "node:crypto";
import pg from "pg";
import { checkDatabase } from "@/lib/data/check-database";
import { migrate } from "@/lib/data/migrate";
import type { TestCluster } from "./test-cluster";

/**
 * Uses a PostgreSQL that runs already for the tests. Everything made there bears a name of this run
 * and is dropped at its end.
 *
 * @param url Address of a role that may create databases and roles.
 */
export async function useOutsideCluster(url: string): Promise<TestCluster> {
  await checkDatabase(url);
  const name = `precept_test_${randomBytes(6).toString("hex")}`;
  const password = randomBytes(18).toString("base64url");
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const stop = async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`DROP ROLE IF EXISTS ${name}`);
    await admin.end();
  };
  try {
    await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD ${admin.escapeLiteral(password)}`);
    await admin.query(`CREATE DATABASE ${name}`);
    const ownerUrl = addressOf(url);
    await migrate(ownerUrl.replace("%s", name), undefined, name);
    return { ownerUrl, appUrl: addressOf(url, name, password), template: name, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The same server with %s in place of the database's name. */
function addressOf(url: string, user?: string, password?: string): string {
  const parts = new URL(url);
  parts.pathname = "/DATABASE";
  if (user && password) Object.assign(parts, { username: user, password });
  return parts.href.replace("/DATABASE", "/%s");
}
