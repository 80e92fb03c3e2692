import type { AuthorityLevel } from "@/lib/spec/levels";

interface Person {
  id: string;
  name: string;
}

/** What is known about a section beyond its text: for whoever writes in it. */
export interface SectionAboutView {
  /** Levels of the spec as they are now; an open page may show older ones. */
  levels: AuthorityLevel[];
  writers: { person: Person; lastAt: string }[];
  /** What readers say and nobody settled yet; null when the actor may not see the inbox. */
  feedback: { number: number; words: string; replies: number }[] | null;
  review: SectionReviewView | null;
}

/** Where the section stands in the candidate that is under review. */
export interface SectionReviewView {
  number: number;
  label: string;
  /** Null when this candidate leaves the section as it was. */
  state: "approved" | "needs approval" | "needs approval again" | "objected" | null;
  approvedBy: Person[];
  needed: number;
  threads: { quote: string; words: string; by: Person }[];
}
