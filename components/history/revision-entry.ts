/** A revision as the timeline shows it. */
export interface RevisionEntry {
  number: number;
  at: Date;
  kind: "start" | "pause" | "named" | "restore" | "import" | "candidate";
  name: string | null;
  summary: string;
  runBase: number;
  runSummary: string;
  contributors: { id: string; name: string }[];
  createdBy: { id: string; name: string } | null;
  sections: { uid: string; sectionId: string | null; title: string; fate: string }[];
}

/** Why a revision stands out, null for one that came of people pausing. */
export const KIND_NAMES: Record<RevisionEntry["kind"], string | null> = {
  start: "First text",
  pause: null,
  named: null,
  restore: "Restored",
  import: "Imported",
  candidate: "Sent to review",
};
