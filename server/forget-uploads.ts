import { forgetUploads } from "@/lib/commands/import/forget-uploads";
import { log } from "@/lib/log";

const EVERY_MS = 10 * 60_000;

/**
 * Deletes uploads whose hour is over, for as long as this process runs.
 *
 * @returns Stops it.
 */
export function keepForgettingUploads(everyMs: number = EVERY_MS): () => void {
  const timer = setInterval(() => {
    forgetUploads(new Date()).catch((err: unknown) => {
      log().error({ err }, "old uploads were not deleted");
    });
  }, everyMs);
  return () => clearInterval(timer);
}
