import { isAnchorText } from "./schema/attributes";

/** An id that cannot be used, with what to do about it. */
export class SectionIdRefused extends Error {
  override name = "SectionIdRefused";
}

/** Letters that have no accent to strip but are commonly written in ASCII like this. */
const FOLDED: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/**
 * Proposes the id of a new section: its title in `a-z`, `0-9` and `_`, free among `taken`.
 *
 * A title without any such letter (another script, only signs) gives `section`, because an id must
 * be typed and read aloud; the author can choose a better one.
 */
export function proposeSectionId(title: string, taken: ReadonlySet<string>): string {
  const base = foldToAscii(title) || "section";
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) {
    if (!taken.has(`${base}_${number}`)) return `${base}_${number}`;
  }
}

/**
 * Checks an id that a person chose.
 *
 * New ids are lower-case ASCII: look-alikes of other alphabets would make two ids that read the same.
 * Ids that came with an import may be anything `{#id}` can hold.
 *
 * @throws SectionIdRefused when it is taken or has signs an id cannot have.
 */
export function checkSectionId(id: string, taken: ReadonlySet<string>): void {
  if (taken.has(id)) {
    throw new SectionIdRefused(`Another section is called #${id}. Choose a different id.`);
  }
  if (!/^[a-z0-9][a-z0-9_-]{0,79}$/.test(id)) {
    throw new SectionIdRefused(
      "An id has up to 80 of the signs a-z, 0-9, _ and -, and starts with a letter or digit.",
    );
  }
}

/** Whether an id from elsewhere can be kept as it is. */
export function canKeepId(id: string): boolean {
  return isAnchorText(id);
}

function foldToAscii(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[ßæœøđðþłı]/g, (letter) => FOLDED[letter] ?? "")
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "_")
    .slice(0, 80)
    .replaceAll(/^_+|_+$/g, "");
}
