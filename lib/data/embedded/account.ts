import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { DatabaseUnavailable } from "../database-errors";

/** The account PostgreSQL runs under. It refuses to run as root. */
export type Account = { uid: number; gid: number; name: string };

// The first is what distributions make for PostgreSQL (macOS writes it with an underscore), the last
// exists everywhere.
const CANDIDATES = ["postgres", "_postgres", "nobody"];

/** Whether this process is root, so that PostgreSQL needs another account. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * An unprivileged account of this machine.
 *
 * @throws DatabaseUnavailable "cannot-run" when there is none or root may not switch to it.
 */
export function unprivilegedAccount(): Account {
  const accounts = readAccounts();
  for (const name of CANDIDATES) {
    const account = accounts.find((each) => each.name === name && each.uid > 0);
    if (account && canRun(account, "/bin/sh", ["-c", "exit 0"])) return account;
  }
  throw new DatabaseUnavailable(
    "cannot-run",
    "PostgreSQL refuses to run as root, and no other account was found to run it (looked for postgres and nobody). Run Precept as an ordinary user, or set DATABASE_URL.",
  );
}

/** Whether the account can start a program that ends well. */
export function canRun(account: Account, program: string, args: string[]): boolean {
  const { status } = spawnSync(program, args, { ...credentials(account), stdio: "ignore" });
  return status === 0;
}

/** Whether the account can go into a folder: every folder above it must let it through. */
export function canEnter(account: Account, folder: string): boolean {
  return canRun(account, "/bin/sh", ["-c", 'cd -- "$1"', "sh", folder]);
}

/** Options for child processes; the folder is one that every account can stand in. */
export function credentials(account: Account | null): { uid?: number; gid?: number; cwd?: string } {
  return account ? { uid: account.uid, gid: account.gid, cwd: "/" } : {};
}

function readAccounts(): Account[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
