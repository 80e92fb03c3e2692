import { stopMailAddresses } from "@/lib/auth/stop-mail-token";
import { listInbox, type InboxItem, type ReadReviews } from "@/lib/data/inbox";
import { listInboxReaders, type InboxReader } from "@/lib/data/inbox-readers";
import { databaseTime } from "@/lib/data/database-time";
import { transaction } from "@/lib/data/transaction";
import { inboxMail } from "@/lib/mail/inbox-mail";
import type { Mail } from "@/lib/mail/send-mail";

export interface MailInboxesOptions {
  send: (mail: Mail) => Promise<void>;
  /** Where this site is, such as https://specs.example.org */
  origin: string;
}

const DIGEST_HOURS = 24;

/**
 * Tells people by mail what waits for them: at once when something new does, and once a day as long as
 * something still does. Only people whose address is proven, each by one process at a time.
 *
 * @returns How many mails were sent.
 */
export async function mailInboxes({ send, origin }: MailInboxesOptions): Promise<number> {
  let sent = 0;
  const reviews: ReadReviews = new Map();
  for (const reader of await listInboxReaders()) {
    const items = await listInbox(reader.actor, reviews);
    // What is on record before it is sent is sent at most once: nobody gets a mail twice.
    if (await claim(reader, items)) {
      const { email: to, name, actor } = reader;
      const stop = stopMailAddresses(origin, { userId: actor.id, mail: "reviews" });
      await send(inboxMail({ to, name, origin, items, stop }));
      sent += 1;
    }
  }
  return sent;
}

async function claim(reader: InboxReader, items: readonly InboxItem[]): Promise<boolean> {
  const userId = reader.actor.id;
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS locked FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`;
    const known = await tx.inboxMail.findUnique({ where: { userId } });
    const keys = items.map(({ key }) => key);
    const isNew = keys.some((key) => !known?.keys.includes(key));
    const now = await databaseTime(tx);
    const isOld =
      known !== null && now.getTime() - known.sentAt.getTime() >= DIGEST_HOURS * 3_600_000;
    const isDue = keys.length > 0 && (isNew || isOld);
    if (isDue) {
      const data = { keys, sentAt: now };
      await tx.inboxMail.upsert({ where: { userId }, create: { ...data, userId }, update: data });
    } else if (known && keys.length < known.keys.length) {
      await tx.inboxMail.update({ where: { userId }, data: { keys } });
    }
    return isDue;
  });
}
