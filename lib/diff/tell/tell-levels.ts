import type { AuthorityLevel } from "@/lib/spec/levels";
import type { Comparison } from "../match/comparison";
import type { Places } from "./places";
import { alternative, sure, type Report } from "./report";

/** Keys of levels before that are only called otherwise now. */
export type RenamedLevels = ReadonlyMap<string, string>;

/**
 * Tells what became of the authority levels. A level that is gone, while most of its clauses now carry one
 * that is new, was renamed: one fact, not one for each clause.
 */
export function tellLevels(
  comparison: Comparison,
  from: Places,
  to: Places,
  report: Report,
): RenamedLevels {
  const before = comparison.before.document.levels;
  const after = comparison.after.document.levels;
  const renames = comparison.levels;
  for (const { from: old, to: now, sections, confidence } of renames) {
    const alternatives =
      confidence > 0.9
        ? []
        : [
            alternative(
              ["section.authority"],
              1 - confidence,
              "The clauses changed their level one by one, and the old level fell out of use.",
            ),
          ];
    const telling = { class: "normative", from: from.document, to: to.document } as const;
    report.add("level.renamed", {
      ...telling,
      before: old,
      after: now,
      sections,
      confidence: sure(confidence),
      alternatives,
    });
  }
  const renamed = new Map(renames.map((rename) => [rename.from, rename.to]));
  // A text that uses levels for the first time defines them all; that is no news of each.
  if (before.length > 0 && after.length > 0) {
    tellComingAndGoing(before, after, renamed, from, to, report);
    tellChanged(before, after, renamed, from, to, report);
  }
  return renamed;
}

function tellComingAndGoing(
  before: readonly AuthorityLevel[],
  after: readonly AuthorityLevel[],
  renamed: RenamedLevels,
  from: Places,
  to: Places,
  report: Report,
): void {
  const kept = new Set(before.map(({ key }) => renamed.get(key) ?? key));
  const now = new Set(after.map(({ key }) => key));
  for (const { key } of after) {
    if (kept.has(key)) continue;
    report.add("level.added", { class: "normative", from: null, to: to.document, after: key });
  }
  for (const { key } of before) {
    if (now.has(renamed.get(key) ?? key)) continue;
    report.add("level.removed", { class: "normative", from: from.document, to: null, before: key });
  }
}

/** A level that binds otherwise, has another name, or changed its rank among those that stayed. */
function tellChanged(
  before: readonly AuthorityLevel[],
  after: readonly AuthorityLevel[],
  renamed: RenamedLevels,
  from: Places,
  to: Places,
  report: Report,
): void {
  const byKey = new Map(after.map((level) => [level.key, level]));
  const stayed = before.filter(({ key }) => byKey.has(renamed.get(key) ?? key));
  const rankBefore = ranks(stayed.map(({ key, rank }) => ({ key: renamed.get(key) ?? key, rank })));
  const rankAfter = ranks(stayed.map(({ key }) => byKey.get(renamed.get(key) ?? key)!));
  for (const old of stayed) {
    const now = byKey.get(renamed.get(old.key) ?? old.key)!;
    const sameName = old.key !== now.key || old.name === now.name;
    const same =
      sameName &&
      old.steerability === now.steerability &&
      rankBefore.get(now.key) === rankAfter.get(now.key);
    if (same) continue;
    const places = { from: from.document, to: to.document };
    report.add("level.changed", { class: "normative", ...places, before: old.key, after: now.key });
  }
}

function ranks(levels: readonly { key: string; rank: number }[]): Map<string, number> {
  const order = [...levels].sort((a, b) => a.rank - b.rank);
  return new Map(order.map(({ key }, index) => [key, index]));
}
