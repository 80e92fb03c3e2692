const BASIC: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

const REFERENCE = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** A character reference in prose: read as text, or kept as it is written. */
export type Entity = { source: string; text: string | null };

/**
 * Reads the character reference at a place in a text, null when there is none.
 *
 * The five of XML and numbers of visible characters become text. Others stay as they are written,
 * because `&nbsp;` and `&copy;` are choices of the author that an edit beside them must not undo.
 */
export function entityAt(text: string, at: number): Entity | null {
  REFERENCE.lastIndex = at;
  const source = REFERENCE.exec(text)?.[0];
  if (source === undefined) return null;
  if (source[1] !== "#") return { source, text: BASIC[source] ?? null };
  const hex = source[2] === "x" || source[2] === "X";
  const point = Number.parseInt(source.slice(hex ? 3 : 2, -1), hex ? 16 : 10);
  return { source, text: readable(point, hex) };
}

/** A reference that reads back as this character. */
export function referenceTo(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** Decimal numbers are how this program helps itself (`referenceTo`), so they are always read. */
function readable(point: number, hex: boolean): string | null {
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
  const character = String.fromCodePoint(point);
  const signs = hex ? /^[\p{L}\p{N}\p{P}\p{S}\p{M}]$/u : /^[\p{L}\p{N}\p{P}\p{S}\p{M}\p{Cf}]$/u;
  return signs.test(character) ? character : null;
}
