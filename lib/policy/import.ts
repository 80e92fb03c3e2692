import type { Actor, SpecStanding } from "./actor";
import { isAtLeast } from "./role";
import { canCreateSpec, canEditDraft, canSeeSpec } from "./spec";

export const canImportNewSpec = (actor: Actor) => canCreateSpec(actor);

export const canImportIntoDraft = (actor: Actor, spec: SpecStanding) => canEditDraft(actor, spec);

/**
 * Releases that were published elsewhere may be taken over, but not once a spec publishes by itself:
 * a way around its reviews must not exist.
 */
export const canImportReleases = (
  _actor: Actor,
  spec: SpecStanding,
  { publishesItself }: { publishesItself: boolean },
) => !spec.isArchived && isAtLeast(spec.role, "publisher") && !publishesItself;

/** Who may read the draft may take it along. */
export const canExportDraft = (actor: Actor, spec: SpecStanding) => canSeeSpec(actor, spec);
