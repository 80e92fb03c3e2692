/** Without letters that are mistaken for each other: people read markers out. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH = 4;

/** A name for a new marker, as short as those that people know, and not one of those given. */
export function newMarkerId(taken: ReadonlySet<string>): string {
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
    const id = Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join("");
    if (!taken.has(id)) return id;
  }
}
