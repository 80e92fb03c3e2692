import type { AuthorityLevel } from "@/lib/spec/levels";
import type { SpecIndex } from "./spec-index";

/** Something that a reference can point at. */
export interface Target {
  id: string | null;
  uid: string;
  title: string;
  level: AuthorityLevel | null;
  /** Where it stands. */
  hint: string;
}

export interface TargetOptions {
  examples: boolean;
  /** Leaves out what nothing can point at. */
  needsId: boolean;
}

const MOST = 30;

/** Sections (and examples) whose title or id holds all the words, best match first. */
export function findTargets(index: SpecIndex, query: string, options: TargetOptions): Target[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const sections = index.lines.map(({ id, uid, title, authority, number }): Target => ({
    id,
    uid,
    title: title || "Untitled",
    level: authority,
    hint: number,
  }));
  const examples = options.examples
    ? index.examples.map(({ anchor, uid, title, section }): Target => ({
        id: anchor,
        uid: uid ?? anchor,
        title: title || "Untitled example",
        level: null,
        hint: `Example in ${section?.title ?? "the beginning"}`,
      }))
    : [];
  return [...sections, ...examples]
    .filter((target) => !options.needsId || target.id !== null)
    .map((target) => ({ target, rank: rankOf(target, words) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ target }) => target);
}

/** 0 begins with the words, 1 has a word that begins so, 2 holds them, Infinity does not. */
function rankOf({ title, id }: Target, words: readonly string[]): number {
  const name = title.toLowerCase();
  const key = (id ?? "").toLowerCase();
  if (!words.every((word) => name.includes(word) || key.includes(word))) return Infinity;
  const [first] = words;
  if (!first || name.startsWith(first) || key.startsWith(first)) return 0;
  return name.split(/\W+/).some((word) => word.startsWith(first)) ? 1 : 2;
}
