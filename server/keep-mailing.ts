import { mailFollowers } from "@/lib/commands/feedback/mail-followers";
import { mailInboxes } from "@/lib/commands/review/mail-inboxes";
import { log } from "@/lib/log";
import type { Mail } from "@/lib/mail/send-mail";

export interface Mailing {
  send: (mail: Mail) => Promise<void>;
  /** Where this site is, such as https://specs.example.org */
  origin: string;
}

// Long enough that one person's morning of approvals is one mail to the publisher, not ten.
const LOOK_EVERY_MS = 3 * 60_000;

/**
 * Mails people what waits for them and what happened in the feedback that they follow, for as long as
 * this process runs. Each process looks; the database sees to it that each mail is sent once.
 *
 * @returns Stops it; what it is doing at that moment is finished first.
 */
export function keepMailing(
  mailing: Mailing,
  everyMs: number = LOOK_EVERY_MS,
): () => Promise<void> {
  let stopped = false;
  let working: Promise<void> = Promise.resolve();
  let timer = setTimeout(look, everyMs);
  function look() {
    working = mailAll(mailing).finally(() => {
      if (!stopped) timer = setTimeout(look, everyMs);
    });
  }
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await working;
  };
}

/** What fails for one kind of mail is tried again at the next look, and keeps no other from being sent. */
async function mailAll(mailing: Mailing): Promise<void> {
  for (const mailPeople of [mailInboxes, mailFollowers]) {
    await mailPeople(mailing).catch((err: unknown) =>
      log().error({ err, mail: mailPeople.name }, "mail was not sent"),
    );
  }
}
