import type { ActionFailure } from "@/lib/action-result";

export interface PlacedFailure {
  /** What to say about the form as a whole; null when its fields say everything. */
  general: ActionFailure | null;
  /** What to say beside fields, by name. */
  fields: Record<string, string>;
}

/**
 * Decides where the words of a failure go. Messages for fields that the form does not show join the
 * general one: left at their field, nobody would ever read them.
 */
export function placeFailure(failure: ActionFailure, shown: ReadonlySet<string>): PlacedFailure {
  const entries = Object.entries(failure.fields ?? {});
  const homeless = entries.filter(([name]) => !shown.has(name)).map(([, message]) => message);
  const fields = Object.fromEntries(entries.filter(([name]) => shown.has(name)));
  const complete = homeless.length === 0 && entries.length > 0;
  const message = [failure.message, ...homeless].join(" ");
  return { general: complete ? null : { code: failure.code, message }, fields };
}
