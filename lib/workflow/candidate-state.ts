/** Where a candidate stands. The last three are final. */
export const CANDIDATE_STATES = [
  "in_review",
  "changes_requested",
  "approved",
  "scheduled",
  "published",
  "replaced",
  "withdrawn",
] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

/** What people do with a candidate. */
export const CANDIDATE_DEEDS = [
  "approve",
  "retract_approval",
  "request_changes",
  "settle_objection",
  "mark_editorial",
  "assign",
  "schedule",
  "cancel_schedule",
  "publish",
  "break_glass",
  "replace",
  "withdraw",
] as const;
export type CandidateDeed = (typeof CANDIDATE_DEEDS)[number];

/**
 * What a deed leads to. "assess": what holds afterwards follows from approvals, objections and schedule
 * (`candidateState`). Null: the deed is refused.
 */
type Outcome = CandidateState | "assess" | null;

type Row = Readonly<Record<CandidateDeed, Outcome>>;

const OPEN: Row = {
  approve: "assess",
  retract_approval: "assess",
  request_changes: "changes_requested",
  settle_objection: null,
  mark_editorial: "assess",
  assign: "assess",
  schedule: null,
  cancel_schedule: null,
  publish: null,
  break_glass: "published",
  replace: "replaced",
  withdraw: "withdrawn",
};

const CLOSED = Object.fromEntries(CANDIDATE_DEEDS.map((deed) => [deed, null])) as Row;

/** Every state and every deed: the whole life of a candidate. */
export const CANDIDATE_TABLE: Readonly<Record<CandidateState, Row>> = {
  in_review: OPEN,
  // A time that was set stays set while somebody objects, so it can be taken back there too.
  changes_requested: { ...OPEN, settle_objection: "assess", cancel_schedule: "assess" },
  approved: { ...OPEN, schedule: "scheduled", publish: "published" },
  scheduled: { ...OPEN, cancel_schedule: "assess", publish: "published" },
  // Publishing twice is the same as publishing once: the command answers with the release there is.
  published: CLOSED,
  replaced: CLOSED,
  withdrawn: CLOSED,
};

export const outcomeOf = (state: CandidateState, deed: CandidateDeed): Outcome =>
  CANDIDATE_TABLE[state][deed];

/** The facts that the state of a candidate follows from. */
export interface CandidateFacts {
  /** How it ended, null while it is open. */
  closedAs: "published" | "replaced" | "withdrawn" | null;
  openObjections: number;
  /** Every part that needs approval has it. */
  approvalsComplete: boolean;
  /** A time for publishing is set and not over. */
  scheduled: boolean;
}

export function candidateState(facts: CandidateFacts): CandidateState {
  if (facts.closedAs) return facts.closedAs;
  if (facts.openObjections > 0) return "changes_requested";
  if (!facts.approvalsComplete) return "in_review";
  return facts.scheduled ? "scheduled" : "approved";
}

/** Why a deed is refused in a state, for people, with what to do instead. */
export function refusalOf(state: CandidateState, deed: CandidateDeed): string {
  switch (state) {
    case "published":
      return "This candidate is published. A correction is an erratum or a new release.";
    case "replaced":
      return "A newer candidate took the place of this one. Go on with that one.";
    case "withdrawn":
      return "This candidate was withdrawn. Make a new one from the draft.";
    case "changes_requested":
      return deed === "settle_objection"
        ? "There is no objection to settle."
        : "Somebody asks for changes. Settle that first, or make a new candidate.";
    case "in_review":
      return deed === "cancel_schedule"
        ? "No time for publishing is set."
        : deed === "settle_objection"
          ? "There is no objection to settle."
          : "Approvals are missing. The overview says whose.";
    case "approved":
      return deed === "cancel_schedule"
        ? "No time for publishing is set."
        : "There is no objection to settle.";
    case "scheduled":
      return deed === "schedule"
        ? "A time for publishing is set already. Take it back first."
        : "There is no objection to settle.";
  }
}
