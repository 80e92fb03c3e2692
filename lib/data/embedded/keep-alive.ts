import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import type { Joined } from "./join-or-start";
import { idle } from "./presence";

const LONGEST_PAUSE_MS = 5_000;

/**
 * Starts the server of a cluster again whenever it dies, at the port that everybody knows.
 *
 * @param restart Joins or starts it; called until it works.
 * @param onNotice Gets one line when the server went and one when it is back.
 * @returns Ends the watch and hands back the connection by which we take part.
 */
export function keepAlive(
  first: Joined,
  restart: () => Promise<Joined>,
  onNotice: (line: string) => void,
): () => Promise<pg.Client> {
  let { presence } = first;
  let released = false;
  let restarting: Promise<void> | null = null;

  const watch = () => {
    presence.once("end", () => {
      if (!released) restarting = bringBack();
    });
    idle(presence);
  };
  const bringBack = async () => {
    onNotice("the database went away; starting it again");
    for (let wait = 100; !released; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        presence = (await restart()).presence;
        watch();
        onNotice("the database is back");
        return;
      } catch (error) {
        onNotice(error instanceof Error ? error.message : String(error));
        await pause(wait);
      }
    }
  };
  watch();
  return async () => {
    released = true;
    await restarting;
    return presence;
  };
}
