/** What a server action answers: its data, or an error that is meant for people. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      error: { code: string; message: string; fields?: Readonly<Record<string, string>> };
    };
