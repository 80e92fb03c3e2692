import { median } from "./median";

/**
 * The median processor time of some work in milliseconds, user and system, of this whole process.
 * Processor time, because the clock also counts what other programs on the machine do.
 *
 * @param warmUps Runs that are not counted: the first ones are slow until the code is compiled.
 */
export async function cpuTime(
  work: () => unknown,
  { runs = 7, warmUps = 2 }: { runs?: number; warmUps?: number } = {},
): Promise<number> {
  const figures: number[] = [];
  for (let run = -warmUps; run < runs; run += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    if (run >= 0) figures.push((user + system) / 1000);
  }
  return median(figures);
}
