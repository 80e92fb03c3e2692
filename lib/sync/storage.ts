import type { ClientClaim, DraftHead, DraftStore, Edit, LoadedDraft } from "@/lib/data/draft-store";

/** What rooms need of the database: `DraftStore`, or the same with faults put in by a test. */
export type Storage = Pick<
  DraftStore,
  | "findStanding"
  | "findHead"
  | "listHeads"
  | "load"
  | "findSnapshot"
  | "listAfter"
  | "append"
  | "claimClients"
  | "saveSnapshot"
  | "notify"
>;

export type { ClientClaim, DraftHead, Edit, LoadedDraft };
