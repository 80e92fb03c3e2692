/** A change of a draft that is not accepted. */
export class UpdateRefused extends Error {
  override name = "UpdateRefused";

  /**
   * @param code "malformed": no update at all. "incomplete": builds on something unknown here.
   *   "too-large": more at once than one change may hold. "invalid": not what a spec can hold.
   * @param reason What is wrong: the end of a sentence that begins "The change".
   */
  constructor(
    readonly code: "malformed" | "incomplete" | "too-large" | "invalid",
    readonly reason: string,
  ) {
    super(`The change ${reason}.`);
  }
}

/** For the common case. */
export function refuse(reason: string): never {
  throw new UpdateRefused("invalid", reason);
}
