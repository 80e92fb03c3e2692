/** Comments that a moderator let through before somebody's next ones appear at once (QUALITY P8). */
export const APPROVED_UNTIL_TRUSTED = 2;

/** What is known of an author when they post. */
export interface AuthorStanding {
  /** Comments of theirs that a moderator approved. */
  approved: number;
  /** Whether they are a member of the spec or an administrator. */
  isMember: boolean;
}

export const isNewcomer = ({ approved, isMember }: AuthorStanding) =>
  !isMember && approved < APPROVED_UNTIL_TRUSTED;

/** Links that somebody may put into one comment. */
export const mostLinks = (author: AuthorStanding) => (isNewcomer(author) ? 2 : 8);
