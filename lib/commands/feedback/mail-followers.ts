import { stopMailAddresses } from "@/lib/auth/stop-mail-token";
import { listNews, listPeopleToTell, newestEvent } from "@/lib/data/feedback-news";
import { databaseTime } from "@/lib/data/database-time";
import { transaction, type Transaction } from "@/lib/data/transaction";
import type { News } from "@/lib/feedback/news";
import { log } from "@/lib/log";
import { feedbackMail } from "@/lib/mail/feedback-mail";
import type { Mail } from "@/lib/mail/send-mail";

export interface MailFollowersOptions {
  send: (mail: Mail) => Promise<void>;
  /** Where this site is, such as https://specs.example.org */
  origin: string;
}

const HOUR_MS = 3_600_000;
const PACE_MS = { hourly: HOUR_MS, daily: 24 * HOUR_MS, weekly: 7 * 24 * HOUR_MS } as const;

/**
 * Tells people what happened in the feedback that they follow, in one mail a person and interval, each
 * by one process at a time. A mail that the server does not take is tried again an hour later with
 * whatever came meanwhile; others get theirs.
 *
 * @returns How many mails were sent.
 */
export async function mailFollowers({ send, origin }: MailFollowersOptions): Promise<number> {
  let sent = 0;
  for (const { id, name, email } of await listPeopleToTell()) {
    const claim = await transaction((tx) => claimNews(tx, id));
    if (!claim) continue;
    const stop = stopMailAddresses(origin, { userId: id, mail: "feedback" });
    try {
      await send(feedbackMail({ to: email, name, origin, news: claim.news, stop }));
      sent += 1;
    } catch (err) {
      log().error({ err }, "mail about feedback was not sent");
      await transaction((tx) => putBack(tx, id, claim));
    }
  }
  return sent;
}

interface Claim {
  news: News[];
  toldBefore: bigint;
  told: bigint;
}

/** What to tell somebody now, noted as told; null when it is nothing or not time. */
async function claimNews(tx: Transaction, userId: string): Promise<Claim | null> {
  await tx.feedbackMail.createMany({
    data: [{ userId, toldSeq: 0n, nextAt: null }],
    skipDuplicates: true,
  });
  // Whoever comes second waits here, and then finds it told.
  await tx.$queryRaw`SELECT 1 AS locked FROM "FeedbackMail" WHERE "userId" = ${userId}::uuid FOR UPDATE`;
  const before = await tx.feedbackMail.findUniqueOrThrow({ where: { userId } });
  const { pace } = before;
  const now = await databaseTime(tx);
  if (pace === "never" || (before.nextAt && before.nextAt > now)) return null;
  const told = await newestEvent(tx);
  const news = await listNews(tx, userId, before.toldSeq, told);
  await tx.feedbackMail.update({
    where: { userId },
    data: {
      toldSeq: told,
      ...(news.length > 0 ? { nextAt: new Date(now.getTime() + PACE_MS[pace]) } : {}),
    },
  });
  return news.length > 0 ? { news, toldBefore: before.toldSeq, told } : null;
}

/** Makes what could not be sent news again, for later. */
async function putBack(tx: Transaction, userId: string, { toldBefore, told }: Claim) {
  const now = await databaseTime(tx);
  await tx.feedbackMail.updateMany({
    where: { userId, toldSeq: told },
    data: { toldSeq: toldBefore, nextAt: new Date(now.getTime() + HOUR_MS) },
  });
}
