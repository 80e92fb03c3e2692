import {
  makeDueRevisions,
  REVISION_RHYTHM,
  type RevisionRhythm,
} from "@/lib/commands/draft/make-due-revisions";
import { log } from "@/lib/log";

const LOOK_EVERY_MS = 20_000;

/**
 * Makes revisions of drafts whose people paused, for as long as this process runs. Each process looks;
 * the database sees to it that each draft is kept once.
 *
 * @returns Stops it; what it is doing at that moment is finished first.
 */
export function keepRevisions(
  everyMs: number = LOOK_EVERY_MS,
  rhythm: RevisionRhythm = REVISION_RHYTHM,
): () => Promise<void> {
  let stopped = false;
  let working: Promise<void> = Promise.resolve();
  let timer = setTimeout(look, everyMs);
  function look() {
    working = makeDueRevisions(rhythm)
      .then(() => undefined)
      // A draft that failed is due again at the next look.
      .catch((err: unknown) => log().error({ err }, "revisions were not made"))
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
