import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** Kinds of mail that a link can stop; a further one is a word here and a line in stop-mail.ts. */
const STOPPABLE_MAIL = ["feedback", "reviews"] as const;
export type StoppableMail = (typeof STOPPABLE_MAIL)[number];

export interface StopMail {
  userId: string;
  mail: StoppableMail;
}

/**
 * What a link in a mail carries to stop more of it without signing in: whose and which, signed. It
 * holds for ever and can do nothing else, so that a mail that is years old can still be stopped.
 */
export const stopMailToken = ({ userId, mail }: StopMail): string =>
  `${userId}.${mail}.${signature(userId, mail)}`;

/** Null when it is not one of ours. */
export function readStopMailToken(token: string): StopMail | null {
  const [userId = "", word = "", signed = ""] = token.split(".");
  const mail = STOPPABLE_MAIL.find((one) => one === word);
  if (!mail || !/^[0-9a-f-]{36}$/.test(userId)) return null;
  const [given, expected] = [Buffer.from(signed), Buffer.from(signature(userId, mail))];
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? { userId, mail }
    : null;
}

const signature = (userId: string, mail: StoppableMail) =>
  createHmac("sha256", env().AUTH_SECRET)
    .update(`stop mail\n${mail}\n${userId}`)
    .digest("base64url");

/** Where mail can be stopped: a page with a button, and the address that the button sends to. */
export function stopMailAddresses(origin: string, stop: StopMail): { page: string; post: string } {
  const token = stopMailToken(stop);
  return { page: `${origin}/mail/stop?of=${token}`, post: `${origin}/api/mail/stop?of=${token}` };
}
