import type { LevelColour, LevelShape } from "./level-style";
import { styleOfLevel } from "./level-style";

/**
 * Whether what a clause of this level says may be set aside: never, when somebody with the right
 * says so outright, or already when the situation suggests it.
 */
export type Steerability = "fixed" | "explicit" | "implicit";

/** One rung of the chain of command. Names and order belong to the spec and may change with it. */
export interface AuthorityLevel {
  /** As it stands in `authority=`. */
  key: string;
  name: string;
  /** 0 is the highest. */
  rank: number;
  steerability: Steerability;
  colour: LevelColour;
  shape: LevelShape;
}

const STEERABILITY: Record<string, Steerability> = {
  root: "fixed",
  platform: "fixed",
  guideline: "implicit",
};

/** The rungs as the Model Spec has named them since 2025-09, and before. */
export const MODEL_SPEC_LEVELS = levels("root", "system", "developer", "user", "guideline");
export const PLATFORM_LEVELS = levels("platform", "developer", "user", "guideline");

/**
 * The levels of a spec that names none of its own, judged by the keys its clauses use.
 *
 * @param keys Every `authority=` in the spec, in order of appearance.
 * @returns Highest first: the known chain, then keys nobody knows in the order they appeared.
 */
export function levelsFor(keys: Iterable<string>): AuthorityLevel[] {
  const used = new Set(keys);
  const older = used.has("platform") && !used.has("root") && !used.has("system");
  const chain = older ? PLATFORM_LEVELS : MODEL_SPEC_LEVELS;
  const known = new Set(chain.map((level) => level.key));
  if (used.size === 0) return [];
  return levels(...known, ...[...used].filter((key) => !known.has(key)));
}

/** The level of a key, or one that says plainly that the spec does not define it. */
export function levelOf(key: string, all: readonly AuthorityLevel[]): AuthorityLevel {
  return all.find((level) => level.key === key) ?? defineLevel(key, all.length);
}

/** The one that wins, null when there is none. */
export function highestLevel(
  keys: Iterable<string>,
  all: readonly AuthorityLevel[],
): AuthorityLevel | null {
  let highest: AuthorityLevel | null = null;
  for (const key of keys) {
    const level = levelOf(key, all);
    if (!highest || level.rank < highest.rank) highest = level;
  }
  return highest;
}

function levels(...keys: string[]): AuthorityLevel[] {
  return keys.map(defineLevel);
}

function defineLevel(key: string, rank: number): AuthorityLevel {
  const name = key.charAt(0).toUpperCase() + key.slice(1).replaceAll(/[_-]+/g, " ");
  const steerability = STEERABILITY[key] ?? "explicit";
  return { key, name, rank, steerability, ...styleOfLevel(key) };
}
