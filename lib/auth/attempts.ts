import { createHmac } from "node:crypto";
import { countAttempt, forgetAttempts, pruneAttempts } from "@/lib/data/rate-limit";
import { env } from "@/lib/env";
import { TooManyRequests } from "@/lib/errors";

export interface Limit {
  /** What it limits, for example "sign-in by address". Part of the key. */
  readonly name: string;
  /** Completes "Too many …": for example "sign-in attempts". */
  readonly what: string;
  readonly most: number;
  readonly windowMinutes: number;
}

// Guessing a password of twelve characters at these rates takes longer than anybody lives, while a
// whole office behind one address can still sign in on a Monday morning. The count that closes early
// is kept per account and address together: a stranger elsewhere cannot lock somebody out.
export const SIGN_IN_HERE: Limit = {
  name: "sign-in by account and address",
  what: "sign-in attempts",
  most: 8,
  windowMinutes: 15,
};
export const SIGN_IN_ACCOUNT: Limit = {
  name: "sign-in by account",
  what: "sign-in attempts for this account",
  most: 100,
  windowMinutes: 60,
};
export const SIGN_IN_ADDRESS: Limit = {
  name: "sign-in by address",
  what: "sign-in attempts from your network",
  most: 60,
  windowMinutes: 15,
};
// Three accounts a day from one address (QUALITY P9) would stop a classroom; ten an hour stop a robot.
export const SIGN_UP_ADDRESS: Limit = {
  name: "sign-up by address",
  what: "new accounts from your network",
  most: 10,
  windowMinutes: 60,
};
export const MAIL_TO: Limit = {
  name: "mail by recipient",
  what: "mails to this address",
  most: 4,
  windowMinutes: 30,
};
export const MAIL_ADDRESS: Limit = {
  name: "mail by address",
  what: "mails from your network",
  most: 20,
  windowMinutes: 60,
};
export const INVITATION_ADDRESS: Limit = {
  name: "invitation by address",
  what: "invitation links tried from your network",
  most: 60,
  windowMinutes: 15,
};
export const CONFIRM_ACCOUNT: Limit = {
  name: "confirm by account",
  what: "attempts to confirm your identity",
  most: 8,
  windowMinutes: 15,
};

/**
 * Counts an attempt and refuses it when there were too many.
 *
 * @param subject Who or what is limited: an address, an account, or both. It is kept only as a keyed hash.
 * @throws TooManyRequests with the seconds until the window ends.
 */
export async function limitAttempts(limit: Limit, subject: string, at: Date): Promise<void> {
  const windowMs = limit.windowMinutes * 60_000;
  const { count, windowEndsAt } = await countAttempt(key(limit, subject, at), windowMs, at);
  // Now and then is enough: rows are small, and a window lasts an hour at most.
  if (count === 1) await pruneAttempts(at);
  if (count > limit.most) {
    const seconds = Math.max(1, Math.ceil((windowEndsAt.getTime() - at.getTime()) / 1_000));
    throw new TooManyRequests(limit.what, seconds);
  }
}

/** Clears the count after success, so that only failures add up. */
export async function clearAttempts(limit: Limit, subject: string, at: Date): Promise<void> {
  await forgetAttempts(key(limit, subject, at));
}

// The key of the hash changes every day and is never stored, so a copy of the table says nothing
// about who tried what, not even by trying out all network addresses (QUALITY P5).
function key(limit: Limit, subject: string, at: Date): string {
  const day = at.toISOString().slice(0, 10);
  const ofTheDay = createHmac("sha256", env().AUTH_SECRET).update(`rate-limit ${day}`).digest();
  return createHmac("sha256", ofTheDay).update(`${limit.name}\n${subject}`).digest("base64url");
}
