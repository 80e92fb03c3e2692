import { isAtLeast, type Role } from "@/lib/policy/role";
import { contributorsToAll, type Contributors } from "./contributors";
import type { ChangedPart } from "./parts";
import { requirementOf, type OwnerGroup, type ReviewRules } from "./review-rules";

/** A member of the spec as they are now. */
export interface ReviewMember {
  userId: string;
  role: Role;
  isSuspended: boolean;
}

/** Somebody's word for some changes. Retracted ones are not among the facts. */
export interface ApprovalFact {
  reviewerId: string;
  covers: readonly { part: string; change: string }[];
}

/** Somebody asks for changes; still open. */
export interface ObjectionFact {
  id: string;
  byId: string;
  /** Key of a part; objections to something that is no longer changed stand against the whole. */
  part: string;
}

export interface ReviewFacts {
  parts: readonly ChangedPart[];
  approvals: readonly ApprovalFact[];
  objections: readonly ObjectionFact[];
  contributors: Contributors;
  /** Who made the candidate. */
  cutById: string;
  rules: ReviewRules;
  members: readonly ReviewMember[];
}

/** Why somebody's approval of a part would not count; null when it would. */
export type Hindrance = "no reviewer" | "made the candidate" | "helped to write it" | null;

export interface PartState {
  part: ChangedPart;
  state: "approved" | "needs approval" | "needs approval again" | "objected";
  /** People whose approval counts, in the order they approved. */
  approvedBy: readonly string[];
  needed: number;
  /** Owner groups of which nobody has approved yet. */
  ownersMissing: readonly OwnerGroup[];
  /** Who could still give an approval that counts. */
  couldApprove: readonly string[];
  /** The people who could approve are too few, or none of an owner group is among them. */
  isStuck: boolean;
  objections: readonly ObjectionFact[];
}

export interface ApprovalState {
  parts: readonly PartState[];
  approved: number;
  objections: number;
  isComplete: boolean;
}

/** What is approved, what is missing, and who could help. */
export function approvalState(facts: ReviewFacts): ApprovalState {
  const keys = new Set(facts.parts.map((part) => part.key));
  const wholeKey = facts.parts.find((part) => part.kind === "whole")?.key;
  const objections = facts.objections.map((objection) =>
    keys.has(objection.part) ? objection : { ...objection, part: wholeKey ?? objection.part },
  );
  const parts = facts.parts.map((part) => partState(part, { ...facts, objections }));
  const approved = parts.filter(({ state }) => state === "approved").length;
  return {
    parts,
    approved,
    objections: objections.length,
    // An objection to a part takes its approval away, so completeness asks who approved, not the state.
    isComplete: parts.every(isSatisfied),
  };
}

const isSatisfied = ({ approvedBy, needed, ownersMissing }: Satisfaction) =>
  approvedBy.length >= needed && ownersMissing.length === 0;
type Satisfaction = Pick<PartState, "approvedBy" | "needed" | "ownersMissing">;

function partState(part: ChangedPart, facts: ReviewFacts): PartState {
  const { approvals: needed, owners } = requirementOf(part, facts.rules);
  const approvers = facts.approvals
    .filter(({ covers }) => covers.some(({ change }) => change === part.change))
    .map(({ reviewerId }) => reviewerId);
  const approvedBy = [...new Set(approvers)].filter((id) => !hindranceOf(id, part, facts));
  const ownersMissing = owners.filter(
    ({ people }) => !people.some((id) => approvedBy.includes(id)),
  );
  const couldApprove = facts.members
    .map(({ userId }) => userId)
    .filter((id) => !approvedBy.includes(id) && !hindranceOf(id, part, facts));
  const objections = facts.objections.filter((objection) => objection.part === part.key);
  const satisfaction = { approvedBy, needed, ownersMissing };
  const isStuck =
    needed - approvedBy.length > couldApprove.length ||
    ownersMissing.some(({ people }) => !people.some((id) => couldApprove.includes(id)));
  return {
    part,
    ...satisfaction,
    couldApprove,
    isStuck,
    objections,
    state:
      objections.length > 0
        ? "objected"
        : isSatisfied(satisfaction)
          ? "approved"
          : hadApproval(part, facts)
            ? "needs approval again"
            : "needs approval",
  };
}

/** Whether an approval by somebody would count for a part, as things stand now (A3, A6, A7). */
export function hindranceOf(
  userId: string,
  part: Pick<ChangedPart, "key">,
  { members, cutById, contributors, rules }: HindranceFacts,
): Hindrance {
  const member = members.find((one) => one.userId === userId);
  if (!member || member.isSuspended || !isAtLeast(member.role, "reviewer")) return "no reviewer";
  if (userId === cutById) return "made the candidate";
  const authors = rules.independence === "release" ? contributorsToAll(contributors) : contributors;
  return authors.get(part.key)?.has(userId) ? "helped to write it" : null;
}
type HindranceFacts = Pick<ReviewFacts, "members" | "cutById" | "contributors" | "rules">;

/** Somebody approved an earlier form of it. */
function hadApproval(part: ChangedPart, { approvals }: ReviewFacts): boolean {
  return approvals.some(({ covers }) =>
    covers.some((covered) => covered.part === part.key && covered.change !== part.change),
  );
}
