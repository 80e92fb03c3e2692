import { canEditDraft, canSeeSpec } from "./spec";

/** Whoever may read the draft may read how it came about. */
export const canSeeHistory = canSeeSpec;

export const canNameRevision = canEditDraft;

/** Restoring is editing: it writes the earlier words again. */
export const canRestoreRevision = canEditDraft;
