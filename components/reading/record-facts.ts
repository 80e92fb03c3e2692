import type { SpecFacts } from "./reading-facts";

/** Everything that is public for ever about how a release came about. Names are those that people show. */
export interface RecordFacts {
  label: string;
  origin: "published" | "imported";
  documentHash: string;
  manifestHash: string;
  baseLabel: string | null;
  nextLabel: string | null;
  /** Markdown. */
  changelog: string;
  publishedAt: Date;
  publishedBy: string | null;
  candidate: { number: number; hash: string; cutBy: string; cutAt: Date } | null;
  approvals: readonly RecordedApproval[];
  /** Objections that were dismissed, or that stood when it was published. */
  objections: readonly {
    by: string;
    reason: string;
    at: Date;
    end: { by: string; reason: string; at: Date } | null;
  }[];
  errata: readonly {
    number: number;
    sectionId: string | null;
    text: string;
    at: Date;
    by: string;
  }[];
  withdrawal: { reason: string; at: Date; by: string } | null;
  /** Published against the rules by two administrators. */
  override: {
    askedBy: string;
    confirmedBy: string;
    at: Date;
    reason: string;
    unmet: readonly { title: string; words: string }[];
  } | null;
}

export interface RecordedApproval {
  by: string;
  role: string;
  at: Date;
  /** How many changes of the release they approved. */
  changes: number;
  statement: string;
  dissent: string;
}

/** Where the record of a release stands. */
export const recordPath = (spec: Pick<SpecFacts, "slug">, { label }: { label: string }): string =>
  `/${spec.slug}/releases/${encodeURIComponent(label)}`;

/** "1 change", "3 changes". */
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
