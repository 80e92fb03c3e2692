import type { LevelLook } from "@/components/authority/level-look";
import type { PartState } from "@/lib/workflow/approval-state";

/** The facts of a review as its components show them. */
export interface Person {
  id: string;
  name: string;
}

export interface ReviewPart {
  key: string;
  change: string;
  kind: "whole" | "section" | "prompts";
  became: "added" | "removed" | "changed";
  title: string;
  id: string | null;
  sectionNumber: string | null;
  level: LevelLook | null;
  chapter: string | null;
  state: PartState["state"];
  approvedBy: Person[];
  needed: number;
  ownersMissing: { name: string; people: Person[] }[];
  couldApprove: Person[];
  isStuck: boolean;
  objections: number;
  mine: {
    approved: boolean;
    hindrance: "no reviewer" | "made the candidate" | "helped to write it" | null;
    viewed: boolean;
  };
  unexplained: boolean;
}

export interface ReviewObjection {
  id: string;
  partTitle: string;
  by: Person;
  at: Date;
  reason: string;
  end: { kind: "lifted" | "dismissed"; by: Person; at: Date; reason: string } | null;
  may: { lift: boolean; dismiss: boolean };
}

export interface ReviewThread {
  id: string;
  part: string;
  quote: string;
  openedAt: Date;
  isResolved: boolean;
  messages: {
    id: string;
    kind: "comment" | "suggestion" | "resolved" | "reopened";
    by: Person;
    at: Date;
    body: string;
    replacement: string | null;
    appliedBy: Person | null;
  }[];
}
