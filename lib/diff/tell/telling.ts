import type { Comparison } from "../match/comparison";
import type { Split } from "../match/find-splits";
import type { Layout } from "../match/layout";
import type { SectionPart } from "../parts/section-part";
import type { UnitPart } from "../parts/unit-part";
import type { ChangeClass } from "../change";
import type { Places } from "./places";
import type { Report } from "./report";
import type { RenamedLevels } from "./tell-levels";

/** What the tellers share: what belongs together, and the list that they write. */
export interface Telling {
  comparison: Comparison;
  layout: Layout;
  report: Report;
  from: Places;
  to: Places;
  levels: RenamedLevels;
  splits: ReadonlyMap<UnitPart, Split>;
  merges: ReadonlyMap<UnitPart, Split>;
  /** Units that a split or a merge already accounts for. */
  pieces: ReadonlySet<UnitPart>;
  /** Texts that are gone, and what stands in their place; and the other way round. */
  replaced: ReadonlyMap<UnitPart, UnitPart>;
  /** By the old id of a section: the change that says so. */
  renames: Map<string, string>;
  /** Changes that only follow the renaming of a section, with its old id: known when all is told. */
  following: { change: { partOf: string | null }; id: string }[];
  /** By section: the change that says that it came or went. */
  sectionChanges: Map<SectionPart, string>;
}

/** The authority that a text under a section speaks with, in the words of the document after. */
function authorityOf(section: SectionPart, levels: RenamedLevels): string | null {
  let above: SectionPart | null = section;
  while (above && (above.section?.authority ?? null) === null) above = above.parent;
  const key = above?.section?.authority ?? null;
  return key === null ? null : (levels.get(key) ?? key);
}

/** A move into a section of another authority changes what the words bind; another move does not. */
export function classOfMove(
  from: SectionPart,
  to: SectionPart,
  { levels }: Pick<Telling, "levels">,
): ChangeClass {
  const same = authorityOf(from, levels) === authorityOf(to, new Map());
  return same ? "editorial" : "normative";
}
