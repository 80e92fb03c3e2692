import type { Role } from "./policy/role";

/** Somebody whom a visitor of the demo can be. */
export interface Persona {
  key: "ines" | "tomas" | "mei" | "samir" | "hanna" | "rosa";
  name: string;
  email: string;
  /** What this person shows, for the lists that the demo prints and shows. */
  does: string;
  role: Role;
}

/** One password for all: the demo listens on this machine alone, and prints it. */
export const DEMO_PASSWORD = "a calm demo password";

/** The first one looks after the installation as well. */
export const PERSONAS: readonly [Persona, ...Persona[]] = [
  {
    key: "ines",
    name: "Ines Okafor",
    email: "ines@example.org",
    does: "administrator, publishes releases",
    role: "publisher",
  },
  {
    key: "tomas",
    name: "Tomas Brandt",
    email: "tomas@example.org",
    does: "edits the draft",
    role: "editor",
  },
  {
    key: "mei",
    name: "Mei Lindqvist",
    email: "mei@example.org",
    does: "edits the draft, answers readers",
    role: "editor",
  },
  {
    key: "samir",
    name: "Samir Haddad",
    email: "samir@example.org",
    does: "reviews releases",
    role: "reviewer",
  },
  {
    key: "hanna",
    name: "Hanna Eklund",
    email: "hanna@example.org",
    does: "reviews releases, moderates comments",
    role: "reviewer",
  },
  {
    key: "rosa",
    name: "Rosa Nkemelu",
    email: "rosa@example.org",
    does: "reads and comments",
    role: "commenter",
  },
];
