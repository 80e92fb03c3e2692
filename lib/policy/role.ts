/** Roles in a spec, weakest first. Each may do all that the ones before it may. */
export const ROLES = ["reader", "commenter", "editor", "reviewer", "publisher"] as const;

export type Role = (typeof ROLES)[number];

/** Whether a role (null: no member) reaches another. */
export const isAtLeast = (role: Role | null, needed: Role): boolean =>
  role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed);

export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

/** What a role may do, in words for people who hand it out. */
export const ROLE_SUMMARY: Readonly<Record<Role, string>> = {
  reader: "Reads the draft, its history and its releases.",
  commenter: "Reads, and comments on the draft.",
  editor: "Comments, and edits the draft together with others.",
  reviewer: "Edits, and approves releases – but never text they helped to write.",
  publisher: "Reviews, publishes releases, and manages members and settings.",
};
