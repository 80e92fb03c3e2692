/** A document that cannot be taken in, with the place and the reason. */
export class UnreadableDocument extends Error {
  override name = "UnreadableDocument";

  /**
   * @param path Where, as in `$.content[3].attrs.level`.
   * @param reason What is wrong there: the end of a sentence that starts with the path.
   */
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path} ${reason}. Export the spec again, or correct it at this place.`);
  }
}
