import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { canEnter, canRun, isRoot, unprivilegedAccount, type Account } from "./account";
import { binariesIn, findBinaries, type Binaries } from "./binaries";
import { draftOf, removeDraftsOf } from "./drafts";
import { plainFileError } from "./plain-errors";

/** Where one cluster lives and who runs it. */
export type Place = {
  /** Holds cluster/ (PostgreSQL's own folder), passwords.json and server.log. */
  folder: string;
  binaries: Binaries;
  /** Null: PostgreSQL runs as we do. */
  account: Account | null;
  /** Something people should know, in one calm line. */
  note: string | null;
};

/** PostgreSQL's own data folder. */
export const clusterIn = (place: Pick<Place, "folder">) => path.join(place.folder, "cluster");

// Used when root's own folders are closed to the account PostgreSQL runs under.
const SHARED_HOME = "/var/lib/precept";

/**
 * Decides where a cluster lives.
 *
 * An ordinary user keeps it in `folder` itself. Root cannot run PostgreSQL, so it runs under another
 * account; when that account cannot reach the folder or the programs (a checkout under /root is
 * closed to all others), both live under /var/lib/precept.
 *
 * @param folder Absolute path, such as /srv/precept/.data/postgres. Its parent is created.
 */
export async function findPlace(folder: string): Promise<Place> {
  const binaries = findBinaries();
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    return isRoot() ? await findPlaceAsRoot(folder, binaries) : plain(folder, binaries);
  } catch (error) {
    throw plainFileError(error, folder);
  }
}

function plain(folder: string, binaries: Binaries): Place {
  return { folder, binaries, account: null, note: null };
}

async function findPlaceAsRoot(folder: string, installed: Binaries): Promise<Place> {
  const account = (await ownerOf(path.join(folder, "cluster"))) ?? unprivilegedAccount();
  const home = canEnter(account, path.dirname(folder)) ? folder : relocated(folder);
  await mkdir(path.dirname(home), { recursive: true });
  const binaries = canRun(account, installed.postgres, ["--version"])
    ? installed
    : await copyBinaries(installed);
  const note =
    home === folder
      ? null
      : `running as root: the database runs as ${account.name} and lives in ${home}, because ${account.name} cannot reach ${path.dirname(folder)}`;
  return { folder: home, binaries, account, note };
}

/** A cluster made by an ordinary user stays theirs when root starts it. */
async function ownerOf(cluster: string): Promise<Account | null> {
  if (!existsSync(cluster)) return null;
  const { uid, gid } = await stat(cluster);
  return uid === 0 ? null : { uid, gid, name: `uid ${uid}` };
}

function relocated(folder: string): string {
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  return path.join(SHARED_HOME, hash, path.basename(folder));
}

async function copyBinaries(installed: Binaries): Promise<Binaries> {
  const target = path.join(SHARED_HOME, `postgresql-${installed.version}`);
  if (!existsSync(target)) {
    await removeDraftsOf(target);
    const draft = draftOf(target);
    await cp(installed.root, draft, { recursive: true, dereference: true });
    await openToAll(draft);
    await rename(draft, target).catch(async (error: NodeJS.ErrnoException) => {
      await rm(draft, { recursive: true, force: true });
      // Another process finished the same copy first.
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
  }
  return binariesIn(target, installed.version);
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(full);
    else await chmod(full, full.includes(`${path.sep}bin${path.sep}`) ? 0o755 : 0o644);
  }
}
