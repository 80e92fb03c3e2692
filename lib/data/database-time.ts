import type { Reader } from "./reader";

/** The database's clock: the one that orders events, whatever the clocks of processes say (A12). */
export async function databaseTime(reader: Reader): Promise<Date> {
  const [clock] = await reader.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`;
  if (!clock) throw new Error("The database did not tell the time.");
  return clock.at;
}
