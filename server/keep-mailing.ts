import { mailInboxes, type MailInboxesOptions } from "@/lib/commands/mail-inboxes";
import { log } from "@/lib/log";

// Long enough that one person's morning of approvals is one mail to the publisher, not ten.
const LOOK_EVERY_MS = 3 * 60_000;

/**
 * Mails people what waits for them, for as long as this process runs.
 *
 * @returns Stops it; what it is doing at that moment is finished first.
 */
export function keepMailing(
  options: MailInboxesOptions,
  everyMs: number = LOOK_EVERY_MS,
): () => Promise<void> {
  let stopped = false;
  let working: Promise<void> = Promise.resolve();
  let timer = setTimeout(look, everyMs);
  function look() {
    working = mailInboxes(options)
      .then(() => undefined)
      .catch((err: unknown) => log().error({ err }, "mail about what waits was not sent"))
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
