import { spawnSync } from "node:child_process";
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { credentials } from "./account";
import { writePasswords } from "./passwords";
import type { Place } from "./place";
import { plainFileError, plainServerError } from "./plain-errors";

/**
 * Makes a new cluster. It is made beside its place and moved there when complete, so that a start
 * that is killed half-way leaves nothing that the next one takes for a cluster.
 */
export async function initialise(place: Place, data: string, durable: boolean): Promise<void> {
  const draft = `${data}.new`;
  const passwordFile = path.join(place.folder, "owner.password");
  try {
    await mkdir(place.folder, { recursive: true, mode: 0o700 });
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    const { owner } = await writePasswords(place.folder);
    await writeFile(passwordFile, owner, { mode: 0o600 });
    await giveTo(place, [place.folder, draft, passwordFile]);
    runInitdb(place, draft, passwordFile, durable);
    await rename(draft, data);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw plainFileError(error, place.folder);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function runInitdb(place: Place, draft: string, passwordFile: string, durable: boolean): void {
  const result = spawnSync(
    place.binaries.initdb,
    [
      `--pgdata=${draft}`,
      "--username=precept",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order of text on every machine, whatever its system library sorts like.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      ...(durable ? [] : ["--no-sync"]),
    ],
    { ...credentials(place.account), encoding: "utf8", env: { ...process.env, LC_ALL: "C" } },
  );
  if (result.status === 0) return;
  const words = result.error ? String(result.error) : `${result.stdout}\n${result.stderr}`;
  throw plainServerError(words, place.folder, "making a new database");
}

async function giveTo({ account }: Place, paths: string[]): Promise<void> {
  if (!account) return;
  for (const each of paths) await chown(each, account.uid, account.gid);
}
