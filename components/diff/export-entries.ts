import type { Change, WordPart } from "@/lib/diff/change";
import { sentenceOf } from "@/lib/diff/sentence";
import type { Comparison } from "./comparison";
import { layOutDiff, type ShownSection } from "./diff-layout";
import type { DiffFilter } from "./diff-filter";

/** A comparison as something to read elsewhere: by section, each change a sentence and its words. */
export interface ExportedSection {
  title: string;
  entries: { sentence: string; parts: readonly WordPart[] }[];
}

/** What passes the filter, in reading order. What is part of another change stands behind it. */
export function exportEntries(comparison: Comparison, filter: DiffFilter): ExportedSection[] {
  const { entries, shown } = layOutDiff(comparison, filter);
  const told = new Set<string>();
  const entry = (change: Change) => {
    told.add(change.id);
    return { sentence: sentenceOf(change), parts: change.parts };
  };
  const inSections = entries.flatMap((section): ExportedSection[] => {
    if (section.kind === "quiet") return [];
    const own = changesIn(section).filter(({ id }) => !told.has(id));
    return own.length === 0 ? [] : [{ title: titleOf(section), entries: own.map(entry) }];
  });
  const rest = shown.filter(({ id }) => !told.has(id)).map(entry);
  return rest.length === 0
    ? inSections
    : [{ title: "The whole spec", entries: rest }, ...inSections];
}

function changesIn({ changes, items }: ShownSection): Change[] {
  const all = [
    ...changes,
    ...items.flatMap((item) =>
      // Told where it stands now, not where it was.
      item.kind === "changed" && item.row.state !== "left" ? item.changes : [],
    ),
  ];
  return [...new Map(all.map((change) => [change.id, change])).values()];
}

function titleOf({ after, before }: ShownSection): string {
  const section = after ?? before;
  return section ? `${section.number.join(".")} ${section.title}` : "Before the first heading";
}
