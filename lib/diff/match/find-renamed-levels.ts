import type { AuthorityLevel } from "@/lib/spec/levels";
import type { Comparison, RenamedLevel } from "./comparison";

/**
 * Levels that only have another name now: the old key is gone, the new one is new, and most clauses that
 * carried the one carry the other.
 */
export function findRenamedLevels({ before, after }: Comparison): RenamedLevel[] {
  const oldKeys = keysOf(before.document.levels, before.sections);
  const newKeys = keysOf(after.document.levels, after.sections);
  const moves = new Map<string, Map<string, string[]>>();
  const carrying = new Map<string, number>();
  for (const part of before.sections) {
    const now = part.partner?.section?.authority ?? null;
    const old = part.section?.authority ?? null;
    if (old === null || now === null) continue;
    carrying.set(old, (carrying.get(old) ?? 0) + 1);
    const byNew = moves.get(old) ?? new Map<string, string[]>();
    byNew.set(now, [...(byNew.get(now) ?? []), part.partner!.id ?? part.partner!.title]);
    moves.set(old, byNew);
  }
  const taken = new Set<string>();
  const candidates = [...moves].flatMap(([old, byNew]) =>
    [...byNew].map(([now, ids]) => ({ old, now, ids, share: ids.length / carrying.get(old)! })),
  );
  const found: RenamedLevel[] = [];
  for (const { old, now, ids, share } of candidates.sort((a, b) => b.ids.length - a.ids.length)) {
    const possible = !newKeys.has(old) && !oldKeys.has(now) && share >= 0.5;
    if (!possible || taken.has(now) || found.some(({ from }) => from === old)) continue;
    taken.add(now);
    const confidence =
      ids.length >= 3 ? 0.85 + 0.15 * share : 0.5 + 0.1 * ids.length + 0.15 * share;
    found.push({ from: old, to: now, sections: ids, confidence });
  }
  return found;
}

function keysOf(
  levels: readonly AuthorityLevel[],
  sections: Comparison["before"]["sections"],
): Set<string> {
  const used = sections.flatMap(({ section }) => section?.authority ?? []);
  return new Set([...levels.map(({ key }) => key), ...used]);
}
