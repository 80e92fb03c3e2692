import type { Role } from "./role";

/** A signed-in person who wants to do something. Read afresh from the database at every request. */
export interface Actor {
  readonly id: string;
  readonly isAdministrator: boolean;
  readonly isSpecCreator: boolean;
  /** When this session last proved who is behind it. */
  readonly authenticatedAt: Date;
}

/** How an actor stands to one spec. */
export interface SpecStanding {
  /** Null when the actor is no member. */
  readonly role: Role | null;
  readonly isArchived: boolean;
}
