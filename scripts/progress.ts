/** Prints what is being done and how long each step took: one line a step, also in a log file. */

/** Runs one step; its line appears when it is done, and before when it takes long. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  { done, slow }: { done?: (result: T) => string; slow?: string } = {},
): Promise<T> {
  const started = performance.now();
  const waiting = setTimeout(() => console.log(`· ${name} …${slow ? ` ${slow}` : ""}`), 1_500);
  try {
    const result = await work();
    console.log(`✓ ${(done?.(result) ?? name).padEnd(44)} ${seconds(started)}`);
    return result;
  } catch (error) {
    console.log(`✗ ${name.padEnd(44)} ${seconds(started)}`);
    throw error;
  } finally {
    clearTimeout(waiting);
  }
}

/**
 * Runs a script: errors that are meant for people are shown as their words alone, anything else with
 * its stack, and both end with a code that is not zero.
 */
export async function main(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(`\n${forPeople(error)}`);
    // Not only the code: what was half started (a watcher, a pool) would keep the process alive.
    process.exit(1);
  }
}

/** A script cannot go on; the message says what to do. */
export class ScriptStopped extends Error {
  override name = "ScriptStopped";
}

const MEANT_FOR_PEOPLE = new Set([
  "CannotListen",
  "ScriptStopped",
  "DatabaseUnavailable",
  "MigrationRefused",
  "EnvironmentInvalid",
]);

function forPeople(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return MEANT_FOR_PEOPLE.has(error.name) ? error.message : (error.stack ?? error.message);
}

const seconds = (started: number) =>
  `${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s`;
