import { hash, parseOptions, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet (2024): argon2id with 19 MiB, two passes and one lane is the
// smallest recommended cost. 46 MiB would let a dozen sign-ins at once take half a gigabyte. The
// algorithm is the library's default; its enum cannot be named under isolatedModules.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;
const ARGON2ID = 2;

/** An argon2id hash in PHC form, with a random salt. About 20 ms of one core. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let dummy: Promise<string> | undefined;

/**
 * Whether a password is the right one. With no hash (no such account, or one without a password) it
 * does the same work against a hash of its own and answers no, so the time tells nothing.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("a password that nobody has, because the answer below is no anyway");
  const matches = await verify(stored ?? (await dummy), password);
  return stored !== null && matches;
}

/** Whether a hash was made with another cost than today's, so that the next sign-in should renew it. */
export function needsRehash(stored: string): boolean {
  const made = parseOptions(stored);
  return (
    Number(made.algorithm) !== ARGON2ID ||
    made.memoryCost !== COST.memoryCost ||
    made.timeCost !== COST.timeCost ||
    made.parallelism !== COST.parallelism ||
    made.outputLen !== COST.outputLen
  );
}
