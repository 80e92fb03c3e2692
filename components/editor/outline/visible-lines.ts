import type { OutlineLine } from "../index/spec-index";

export interface OutlineView {
  collapsed: ReadonlySet<string>;
  /** Names of levels that show; none shows all. */
  levels: readonly string[];
}

/** The lines an outline shows: nothing under a collapsed one, and of filtered levels only what holds them. */
export function visibleLines(
  lines: readonly OutlineLine[],
  { collapsed, levels }: OutlineView,
): OutlineLine[] {
  const wanted = levels.length === 0 ? null : new Set(levels);
  const kept = new Set<string>();
  if (wanted) {
    const byUid = new Map(lines.map((line) => [line.uid, line]));
    for (const line of lines) {
      if (!line.authority || !wanted.has(line.authority.name)) continue;
      for (let at: OutlineLine | undefined = line; at; at = byUid.get(at.parentUid ?? ""))
        kept.add(at.uid);
    }
  }
  let hiddenBelow = Infinity;
  return lines.filter((line) => {
    if (line.depth > hiddenBelow) return false;
    hiddenBelow = collapsed.has(line.uid) ? line.depth : Infinity;
    return !wanted || kept.has(line.uid);
  });
}
