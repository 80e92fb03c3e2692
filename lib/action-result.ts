/** What went wrong, in words for people. `code` is for programs, `fields` maps a form field's name to its own message. */
export interface ActionFailure {
  code: string;
  message: string;
  fields?: Record<string, string>;
}

/** The answer of every server action: it is returned, never thrown, so that a form can show it. */
export type ActionResult<T = undefined> =
  { ok: true; data: T } | { ok: false; error: ActionFailure };
