import type { Actor, SpecStanding } from "./actor";
import { isAtLeast } from "./role";

/** Making a candidate is writing's last step, so whoever may write may do it. It decides nothing yet. */
export const canCutCandidate = (_actor: Actor, spec: SpecStanding) =>
  !spec.isArchived && isAtLeast(spec.role, "editor");

export const canWithdrawCandidate = (
  actor: Actor,
  spec: SpecStanding,
  candidate: { readonly cutById: string },
) =>
  !spec.isArchived &&
  (isAtLeast(spec.role, "publisher") ||
    (isAtLeast(spec.role, "editor") && actor.id === candidate.cutById));

export const canAssignReviewer = canCutCandidate;

/** Approving, asking for changes, answering for an editorial change. What counts is decided by lib/workflow. */
export const canReview = (_actor: Actor, spec: SpecStanding) =>
  !spec.isArchived && isAtLeast(spec.role, "reviewer");

export const canCommentInReview = (_actor: Actor, spec: SpecStanding) =>
  !spec.isArchived && isAtLeast(spec.role, "commenter");

/** Whoever raised an objection may lift it, even when they are no reviewer any more (A5). */
export const canLiftObjection = (
  actor: Actor,
  spec: SpecStanding,
  objection: { readonly byId: string },
) => !spec.isArchived && spec.role !== null && actor.id === objection.byId;

/** A publisher who wrote nothing of it may set an objection aside, with a reason everybody can read (A5). */
export const canDismissObjection = (
  actor: Actor,
  spec: SpecStanding,
  objection: { readonly byId: string; readonly authors: ReadonlySet<string> },
) =>
  !spec.isArchived &&
  isAtLeast(spec.role, "publisher") &&
  actor.id !== objection.byId &&
  !objection.authors.has(actor.id);

/** Publishing is for publishers. Administrators who are not members of that rank are bound too (A8). */
export const canPublish = (_actor: Actor, spec: SpecStanding) =>
  !spec.isArchived && isAtLeast(spec.role, "publisher");

/** Errata and withdrawals stand beside a release for ever; an archived spec may still need them. */
export const canCorrectRelease = (_actor: Actor, spec: SpecStanding) =>
  isAtLeast(spec.role, "publisher");

/** Publishing against the rules takes two administrators (A8). */
export const canBreakGlass = (actor: Actor, spec: SpecStanding) =>
  actor.isAdministrator && !spec.isArchived;
