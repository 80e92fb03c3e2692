import type { Actor, SpecStanding } from "./actor";
import { isAtLeast } from "./role";

/** The part of a spec's feedback that rules ask about. */
export interface FeedbackStanding extends SpecStanding {
  /** Whether comments are taken at all. */
  readonly isOpen: boolean;
  /** Whether the public can read it. */
  readonly isPublished: boolean;
}

/** The part of a comment that rules ask about. */
export interface CommentStanding {
  readonly authorId: string | null;
  readonly state: "held" | "visible" | "hidden" | "withdrawn";
}

/** Everybody who signed in may speak about a published spec; members also while feedback is closed. */
export const canComment = (_actor: Actor, spec: FeedbackStanding) =>
  spec.isPublished && !spec.isArchived && (spec.isOpen || isAtLeast(spec.role, "commenter"));

/** Whoever writes the spec answers for it. */
export const canTriage = (_actor: Actor, spec: SpecStanding) =>
  !spec.isArchived && isAtLeast(spec.role, "editor");

export const canAnswerOfficially = canTriage;

export const canSettleThread = canTriage;

export const canDecidePlacement = canTriage;

/** The inbox shows nothing that the public does not see, besides who looks after what. */
export const canSeeInbox = (actor: Actor, spec: SpecStanding) =>
  actor.isAdministrator || isAtLeast(spec.role, "commenter");

/** Moderation is for people with standing in the spec, and for those who look after the installation. */
export const canModerate = (actor: Actor, spec: SpecStanding) =>
  actor.isAdministrator || isAtLeast(spec.role, "reviewer");

/** Nobody judges their own words. */
export const canModerateComment = (actor: Actor, spec: SpecStanding, comment: CommentStanding) =>
  canModerate(actor, spec) && comment.authorId !== actor.id;

/** An appeal is decided by somebody else than the author and the moderator (QUALITY P7). */
export const canDecideAppeal = (
  actor: Actor,
  spec: SpecStanding,
  appeal: { readonly byId: string | null; readonly moderatorId: string | null },
) => canModerate(actor, spec) && appeal.byId !== actor.id && appeal.moderatorId !== actor.id;

/** A hidden comment is not changed while it is hidden: its author appeals instead. */
export const canEditComment = (actor: Actor, comment: CommentStanding) =>
  comment.authorId === actor.id && (comment.state === "visible" || comment.state === "held");

/** People may always take back what they said. */
export const canWithdrawComment = (actor: Actor, comment: CommentStanding) =>
  comment.authorId === actor.id && comment.state !== "withdrawn";

export const canReportComment = (actor: Actor, comment: CommentStanding) =>
  comment.state === "visible" && comment.authorId !== actor.id;

/** Nobody is hidden from themselves: the author of a comment reads it in every state. */
export const canReadComment = (actor: Actor | null, spec: SpecStanding, comment: CommentStanding) =>
  comment.state === "visible" ||
  (actor !== null &&
    comment.state !== "withdrawn" &&
    (comment.authorId === actor.id || canModerate(actor, spec)));

export const canChangeFeedbackSettings = (actor: Actor, spec: SpecStanding) =>
  !spec.isArchived && (actor.isAdministrator || isAtLeast(spec.role, "publisher"));

/** The docket holds what is public, so every member may take it away. */
export const canExportDocket = canSeeInbox;
