import { inspect, type Inspection } from "@/lib/markdown/inspect";
import { integrityReport } from "@/lib/markdown/integrity";
import type { Note } from "@/lib/markdown/notes";
import type { Parsed } from "@/lib/markdown/parse";
import type { ProfileName } from "@/lib/spec/document";
import type { LedgerEvent } from "@/lib/spec/ledger";
import type { AuthorityLevel } from "@/lib/spec/levels";
import { outline, type OutlineEntry } from "@/lib/spec/outline";
import { sectionTree } from "@/lib/spec/section-tree";
import { specTitle } from "@/lib/spec/spec-title";
import type { FoundRelease } from "./find-releases";

/** What somebody sees of one version of a spec before anything is written. */
export interface ReleasePreview {
  folder: string;
  label: string | null;
  /** ISO time. */
  date: string | null;
  changelog: string;
  title: string | null;
  profile: ProfileName;
  levels: AuthorityLevel[];
  outline: OutlineEntry[];
  counts: Inspection;
  /** In the order of files and lines, the most serious ones when there are too many to show. */
  notes: Note[];
  /** How many there are of each severity. */
  noteCounts: Record<Note["severity"], number>;
  /** Blocks kept as source, by kind. */
  raw: Record<string, number>;
  /** What became of sections since the version before; null for the first. */
  since: SinceBefore | null;
}

/** How a version continues the one before it. */
export interface SinceBefore {
  /** Sections, examples, paragraphs and so on that were known again, and all of them. */
  known: number;
  all: number;
  /** Ids that were renamed, merged, split, moved or retired. */
  ledger: LedgerEvent[];
}

/** More than this nobody reads; the command line prints all of them for a single file. */
const MOST_NOTES = 300;
const WEIGHT: Record<Note["severity"], number> = { error: 0, warning: 1, info: 2 };

/** Sums up what was read. */
export function releasePreview(
  { folder, label, date, changelog }: FoundRelease,
  parsed: Parsed,
  since: SinceBefore | null,
): ReleasePreview {
  const { document, source } = parsed;
  const { notes, raw } = integrityReport(parsed);
  const noteCounts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of notes) noteCounts[severity] += 1;
  return {
    folder,
    label,
    date,
    changelog,
    title: specTitle(document),
    profile: document.profile,
    levels: document.levels,
    outline: outline(sectionTree(document.content), document.levels),
    counts: inspect(document, source),
    notes: worst(notes),
    noteCounts,
    raw,
    since,
  };
}

function worst(notes: readonly Note[]): Note[] {
  if (notes.length <= MOST_NOTES) return [...notes];
  const kept = new Set(
    notes.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]).slice(0, MOST_NOTES),
  );
  return notes.filter((note) => kept.has(note));
}
