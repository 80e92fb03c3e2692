import { publishDue } from "@/lib/commands/review/publish-due";
import { log } from "@/lib/log";

// How late a release may be, at most. The database's clock decides whether it is time.
const LOOK_EVERY_MS = 10_000;

/**
 * Publishes what is due, for as long as this process runs. Each process looks; the database sees to it
 * that each candidate is published once.
 *
 * @returns Stops it; what it is doing at that moment is finished first.
 */
export function keepPublishing(everyMs: number = LOOK_EVERY_MS): () => Promise<void> {
  let stopped = false;
  let working: Promise<void> = Promise.resolve();
  let timer = setTimeout(look, everyMs);
  function look() {
    working = publishDue()
      .then((outcomes) => {
        for (const { schedule, obstacle } of outcomes) {
          log().info(
            { candidate: schedule.candidateId, published: obstacle === null },
            "a time for publishing came",
          );
        }
      })
      // What is due stays due: the next look tries again.
      .catch((err: unknown) => log().error({ err }, "publishing at a set time failed"))
      .finally(() => {
        if (!stopped) timer = setTimeout(look, everyMs);
      });
  }
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await working;
  };
}
