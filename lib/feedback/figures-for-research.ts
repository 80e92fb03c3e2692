/** Fewer people than that could be told apart (QUALITY P12). */
const LEAST_PEOPLE = 5;

/**
 * Figures that can be given away: rows about fewer than five people are left out.
 *
 * @returns The rows that stay, and how many were left out.
 */
export function figuresForResearch<Row extends { people: number }>(
  rows: readonly Row[],
): { rows: Row[]; leftOut: number } {
  const kept = rows.filter(({ people }) => people >= LEAST_PEOPLE);
  return { rows: kept, leftOut: rows.length - kept.length };
}
