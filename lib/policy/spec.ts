import type { Actor, SpecStanding } from "./actor";
import { isAtLeast } from "./role";

/**
 * Administrators look after every spec's members and settings, but they write and approve only where
 * they are members like anybody else: an administrator is bound by the rules of a release (A8).
 */
const lookAfter = (actor: Actor, spec: SpecStanding) =>
  actor.isAdministrator || isAtLeast(spec.role, "publisher");

export const canCreateSpec = (actor: Actor) => actor.isAdministrator || actor.isSpecCreator;

export const canSeeSpec = (actor: Actor, spec: SpecStanding) =>
  actor.isAdministrator || isAtLeast(spec.role, "reader");

export const canCommentOnDraft = (_actor: Actor, spec: SpecStanding) =>
  !spec.isArchived && isAtLeast(spec.role, "commenter");

export const canEditDraft = (_actor: Actor, spec: SpecStanding) =>
  !spec.isArchived && isAtLeast(spec.role, "editor");

export const canChangeSpecSettings = (actor: Actor, spec: SpecStanding) =>
  !spec.isArchived && lookAfter(actor, spec);

export const canArchiveSpec = (actor: Actor, spec: SpecStanding) =>
  !spec.isArchived && lookAfter(actor, spec);

export const canRestoreSpec = (actor: Actor, spec: SpecStanding) =>
  spec.isArchived && lookAfter(actor, spec);

export const canSeeSpecAudit = (actor: Actor, spec: SpecStanding) => lookAfter(actor, spec);
