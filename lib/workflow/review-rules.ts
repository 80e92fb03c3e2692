import { z } from "zod";
import type { ChangedPart } from "./parts";

const Approvals = z
  .int("Write a whole number.")
  .min(1, "At least one person approves.")
  .max(9, "At most nine.");

/** People of whom at least one has to approve every change in what they own. */
export const OwnerGroup = z.object({
  id: z.string().min(1).max(40),
  name: z.string().trim().min(1, "Give the group a name.").max(60, "At most 60 characters."),
  scope: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("section"), uid: z.string().min(1).max(80) }),
    z.object({ kind: z.literal("level"), key: z.string().min(1).max(40) }),
  ]),
  people: z.array(z.uuid()).min(1, "An owner group has at least one person.").max(50),
});
export type OwnerGroup = z.infer<typeof OwnerGroup>;

/** How a spec decides. */
export const ReviewRules = z.object({
  /** How many people approve each change, if nothing below asks for more. */
  approvals: Approvals,
  /** More for clauses of some authority levels, by the key of the level. */
  byLevel: z.record(z.string(), Approvals),
  owners: z.array(OwnerGroup).max(50, "At most 50 owner groups."),
  /** Whom writing keeps from approving: of the clauses they wrote, or of the whole release. */
  independence: z.enum(["clause", "release"]),
  /** Hours between making a candidate and publishing it, so that people have time to read. */
  minimumHours: z
    .int()
    .min(0)
    .max(24 * 60, "At most 60 days."),
});
export type ReviewRules = z.infer<typeof ReviewRules>;

/** What holds until somebody decides otherwise (QUALITY A7). */
export const DEFAULT_RULES: ReviewRules = {
  approvals: 2,
  byLevel: {},
  owners: [],
  independence: "clause",
  minimumHours: 0,
};

export interface Requirement {
  approvals: number;
  /** Each of them has to be among the approvers with at least one person. */
  owners: readonly OwnerGroup[];
}

/**
 * What a change needs. A clause that changed its level needs what either level asks for: nobody lowers
 * a clause in order to get it through more easily.
 */
export function requirementOf(part: ChangedPart, rules: ReviewRules): Requirement {
  const asked = part.authorities.map((key) => rules.byLevel[key] ?? 0);
  const owners = rules.owners.filter(({ scope }) =>
    scope.kind === "section" ? part.path.includes(scope.uid) : part.authorities.includes(scope.key),
  );
  return { approvals: Math.max(rules.approvals, ...asked), owners };
}
