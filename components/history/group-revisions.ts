/** The part of a revision that its place in a timeline hangs on. */
interface Dated {
  number: number;
  at: Date;
  runBase: number;
}

/** A stretch of work of the same people: one line of a timeline. Newest first. */
export interface Stretch<R> {
  /** The one that ends it, whose sentence speaks for all of it. */
  last: R;
  revisions: R[];
}

export interface Day<R> {
  /** `2026-11-24`, in UTC like every time here. */
  date: string;
  stretches: Stretch<R>[];
}

/**
 * Puts revisions, newest first, into days and stretches.
 *
 * @param folded False shows each by itself, as a filter does: neighbours in a filtered list are none.
 */
export function groupRevisions<R extends Dated>(
  revisions: readonly R[],
  folded: boolean,
): Day<R>[] {
  const days: Day<R>[] = [];
  for (const revision of revisions) {
    const date = revision.at.toISOString().slice(0, 10);
    let day = days.at(-1);
    if (day?.date !== date) days.push((day = { date, stretches: [] }));
    const open = day.stretches.at(-1);
    if (folded && open?.last.runBase === revision.runBase) open.revisions.push(revision);
    else day.stretches.push({ last: revision, revisions: [revision] });
  }
  return days;
}
