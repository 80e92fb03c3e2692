import { isNewcomer, type AuthorStanding } from "@/lib/feedback/trust";
import { limitAttempts, type Limit } from "./attempts";

// QUALITY P9. A newcomer has time to think between two posts; somebody known is only kept from flooding.
const NEWCOMER_PACE: Limit = {
  name: "comment by newcomer",
  what: "comments in half a minute",
  most: 1,
  windowMinutes: 0.5,
};
const PACE: Limit = {
  name: "comment by author",
  what: "comments in five seconds",
  most: 1,
  windowMinutes: 5 / 60,
};
const DAY = 24 * 60;
const FIRST_DAY_THREADS: Limit = {
  name: "threads on the first day",
  what: "threads on your first day here",
  most: 3,
  windowMinutes: DAY,
};
const FIRST_DAY_REPLIES: Limit = {
  name: "replies on the first day",
  what: "replies on your first day here",
  most: 10,
  windowMinutes: DAY,
};
/** Comments kept for people who have not said who they are, by network. */
const PENDING: Limit = {
  name: "pending comments by address",
  what: "unfinished comments from your network",
  most: 20,
  windowMinutes: 60,
};
const REPORTS: Limit = {
  name: "reports by person",
  what: "reports in an hour",
  most: 20,
  windowMinutes: 60,
};

export interface Post {
  authorId: string;
  /** When their account was made. */
  since: Date;
  standing: AuthorStanding;
  opensThread: boolean;
  /** What it is about, for clauses in slow mode. */
  place: string;
  slowModeMinutes: number;
}

/** Counts a comment and refuses it when it comes too soon after others. @throws TooManyRequests */
export async function limitPosting(post: Post, at: Date): Promise<void> {
  const { authorId, since, standing, opensThread, place, slowModeMinutes } = post;
  if (standing.isMember) return;
  const newcomer = isNewcomer(standing);
  // The shortest first: whoever was only too quick has not used up their day.
  await limitAttempts(newcomer ? NEWCOMER_PACE : PACE, authorId, at);
  if (slowModeMinutes > 0) {
    await limitAttempts(slowMode(slowModeMinutes), `${authorId}\n${place}`, at);
  }
  if (newcomer && at.getTime() - since.getTime() < DAY * 60_000) {
    await limitAttempts(opensThread ? FIRST_DAY_THREADS : FIRST_DAY_REPLIES, authorId, at);
  }
}

export const limitPending = (from: string, at: Date) => limitAttempts(PENDING, from, at);

export const limitReports = (authorId: string, at: Date) => limitAttempts(REPORTS, authorId, at);

const slowMode = (windowMinutes: number): Limit => ({
  name: "comment by author and clause",
  what: "comments on this clause, which is in slow mode",
  most: 1,
  windowMinutes,
});
