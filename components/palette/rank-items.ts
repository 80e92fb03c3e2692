import { fuzzyMatch } from "./fuzzy-match";
import type { PaletteItem, PaletteSection } from "./palette-item";

export interface RankedItem {
  item: PaletteItem;
  /** Letters of the label to emphasise. */
  hits: number[];
}

export interface RankedSection {
  section: PaletteSection;
  items: RankedItem[];
}

const ORDER: PaletteSection[] = ["actions", "specs", "clauses"];

/** What the palette shows: local items that match, best first, then what the search found, in its own order. */
export function rankItems(query: string, local: PaletteItem[], found: PaletteItem[]) {
  const here = local.flatMap((item) => {
    const match =
      fuzzyMatch(query, item.label) ?? fuzzyMatch(query, `${item.label} ${item.keywords ?? ""}`);
    return match ? [{ item, hits: match.hits, score: match.score }] : [];
  });
  if (query.trim()) here.sort((a, b) => b.score - a.score);
  const known = new Set(here.map(({ item }) => item.id));
  const there = found
    .filter((item) => !known.has(item.id))
    .map((item) => ({ item, hits: fuzzyMatch(query, item.label)?.hits ?? [] }));
  return ORDER.map((section) => ({
    section,
    items: [...here, ...there].filter(({ item }) => item.section === section),
  })).filter(({ items }) => items.length > 0);
}
