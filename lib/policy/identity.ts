/** How long a proof of identity is fresh enough for a sensitive step (QUALITY A11). */
const FRESH_FOR_MINUTES = 15;

/** Whether a session proved who is behind it recently enough to change roles, approve or publish. */
export const isFreshlyAuthenticated = (authenticatedAt: Date, now: Date) =>
  now.getTime() - authenticatedAt.getTime() <= FRESH_FOR_MINUTES * 60_000;
