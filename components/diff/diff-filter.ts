import type { Change, ChangeClass } from "@/lib/diff/change";
import { CHANGE_CLASSES, CHANGE_GROUPS, groupOf, type ChangeGroup } from "./change-groups";
import { chapterKey, chapterOf, sectionOf, type Comparison } from "./comparison";

export type DiffLayout = "inline" | "split";

/** What a person chose to see, as it stands in the address. */
export interface DiffFilter {
  layout: DiffLayout;
  /** Empty shows all groups. */
  groups: readonly ChangeGroup[];
  classes: readonly ChangeClass[];
  /** Keys of authority levels; empty shows all. */
  levels: readonly string[];
  /** From `chapterKey`; null shows all. */
  chapter: string | null;
  /** Shows sections in which nothing changed, too. */
  unchanged: boolean;
}

/** Typography is folded away until somebody asks for it. */
export const DEFAULT_FILTER: DiffFilter = {
  layout: "inline",
  groups: [],
  classes: ["normative", "editorial"],
  levels: [],
  chapter: null,
  unchanged: false,
};

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads a filter from an address. Whatever it does not know counts as not chosen. */
export function readFilter(query: Query): DiffFilter {
  const one = (name: string) => [query[name]].flat()[0];
  const list = (name: string) => (one(name) ?? "").split(",").filter((word) => word !== "");
  const classes = CHANGE_CLASSES.filter((each) => list("class").includes(each));
  return {
    layout: one("view") === "split" ? "split" : "inline",
    groups: CHANGE_GROUPS.filter((group) => list("show").includes(group)),
    classes: classes.length > 0 ? classes : DEFAULT_FILTER.classes,
    levels: list("level"),
    chapter: one("chapter") ?? null,
    unchanged: one("unchanged") === "1",
  };
}

/** Writes a filter as it stands in an address, defaults left out. Order is fixed, so equal filters have one address. */
export function writeFilter(filter: DiffFilter): URLSearchParams {
  const query = new URLSearchParams();
  if (filter.layout === "split") query.set("view", "split");
  if (filter.groups.length > 0) query.set("show", filter.groups.join(","));
  if (filter.classes.join() !== DEFAULT_FILTER.classes.join()) {
    query.set("class", filter.classes.join(","));
  }
  if (filter.levels.length > 0) query.set("level", filter.levels.join(","));
  if (filter.chapter !== null) query.set("chapter", filter.chapter);
  if (filter.unchanged) query.set("unchanged", "1");
  return query;
}

/** The filter without levels and chapters that neither of the two texts has. */
export function knownFilter(filter: DiffFilter, { before, after }: Comparison): DiffFilter {
  const sides = [before, after];
  const levels = new Set(["none", ...sides.flatMap(({ document }) => document.levels.map(keyOf))]);
  const chapters = new Set(
    sides.flatMap(({ tree }) => tree.sections.map(chapterOf).map(chapterKey)),
  );
  return {
    ...filter,
    levels: [...levels].filter((level) => filter.levels.includes(level)),
    chapter: filter.chapter !== null && chapters.has(filter.chapter) ? filter.chapter : null,
  };
}

const keyOf = ({ key }: { key: string }) => key;

/** The list without one of its entries, or with it. */
export const toggled = <T>(list: readonly T[], entry: T): T[] =>
  list.includes(entry) ? list.filter((each) => each !== entry) : [...list, entry];

/** Whether a change passes the filter. */
export function passes(change: Change, filter: DiffFilter, comparison: Comparison): boolean {
  if (!filter.classes.includes(change.class)) return false;
  if (filter.groups.length > 0 && !filter.groups.includes(groupOf(change.kind))) return false;
  if (filter.levels.length === 0 && filter.chapter === null) return true;
  const section = sectionOf(change, comparison);
  if (!section) return false;
  if (filter.levels.length > 0 && !filter.levels.includes(section.authority ?? "none"))
    return false;
  return filter.chapter === null || chapterKey(chapterOf(section)) === filter.chapter;
}
