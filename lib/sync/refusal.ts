import { UpdateRefused } from "@/lib/draft/update/update-refused";
import type { RefusalCode } from "./protocol";
import { refusalCodeOf } from "./words";

/** A change that is not taken, and why. */
export class Refusal extends Error {
  override name = "Refusal";

  /** @param isSpoiled Whether it showed only after it was applied, so that the document has to be made anew. */
  constructor(
    readonly code: RefusalCode,
    readonly isSpoiled = false,
  ) {
    super(code);
  }
}

/** Does something to the document of a room; what the draft refuses comes out as a Refusal. */
export function refusing<T>(work: () => T, spoils = false): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UpdateRefused) throw new Refusal(refusalCodeOf(error), spoils);
    throw error;
  }
}
