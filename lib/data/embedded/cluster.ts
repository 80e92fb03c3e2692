import { createDatabase } from "./create-database";
import { ensureInitialised, OWNER } from "./initialise";
import { joinOrStart } from "./join-or-start";
import { keepAlive } from "./keep-alive";
import { findPlace } from "./place";
import { leaveCluster } from "./presence";
import { stopPostgres } from "./stop";

/** A PostgreSQL of our own that is ready for connections. */
export interface Cluster {
  /** Address for its owner, who may change tables. */
  url: string;
  /** Address for the running application, which may not: its role cannot switch off a guard. */
  appUrl: string;
  /** Address of another database in the same cluster. */
  urlOf: (database: string, role: "owner" | "app") => string;
  /** Something people should know, in one line. */
  note: string | null;
  /** It ran already, left behind by a process that was killed or started by one that still runs. */
  adopted: boolean;
  /**
   * Leaves the cluster; twice does no harm. The last process that leaves it stops it, whoever
   * started it.
   */
  stop: () => Promise<"stopped" | "left running">;
}

export interface ClusterOptions {
  /** False gives up safety against a power cut for speed: for tests. */
  durable?: boolean;
  /** Gets one line when PostgreSQL dies under us and one when it is back. */
  onNotice?: (line: string) => void;
}

/**
 * Starts PostgreSQL in a folder, or joins the one that runs there already. When it dies later, it is
 * started again at the same address.
 *
 * @param folder Absolute path; made when missing.
 * @throws DatabaseUnavailable with words that say what to do: disk full, not writable, another major
 *   version, no program for this machine.
 */
export async function startCluster(
  folder: string,
  { durable = true, onNotice = () => undefined }: ClusterOptions = {},
): Promise<Cluster> {
  const place = await findPlace(folder);
  const passwords = await ensureInitialised(place, durable);
  const first = await joinOrStart(place, passwords, { durable });
  await createDatabase(first.presence, "precept", passwords.app);
  const again = () => joinOrStart(place, passwords, { durable, samePort: first.port });
  const release = keepAlive(first, again, onNotice);

  const leave: Cluster["stop"] = async () => {
    if (!(await leaveCluster(await release()))) return "left running";
    await stopPostgres(place);
    return "stopped";
  };
  let left: ReturnType<Cluster["stop"]> | undefined;

  const urlOf: Cluster["urlOf"] = (database, role) => {
    const [user, password] =
      role === "owner" ? [OWNER, passwords.owner] : ["precept_app", passwords.app];
    return `postgresql://${user}:${password}@127.0.0.1:${first.port}/${database}`;
  };
  return {
    url: urlOf("precept", "owner"),
    appUrl: urlOf("precept", "app"),
    urlOf,
    note: place.note,
    adopted: first.adopted,
    stop: () => (left ??= leave()),
  };
}
