/** Dark enough for white letters (at least 4.5:1) on any page, and apart from each other. */
export const PERSON_COLOURS = [
  "#8c2f39",
  "#9a4a00",
  "#6b5a00",
  "#3f6b1f",
  "#116a5b",
  "#0f6182",
  "#3553a8",
  "#5e3f9e",
  "#86347e",
  "#55585f",
] as const;

/** The colour of a person: the same for the same id everywhere, in avatars and carets alike. */
export function personColour(id: string): string {
  return PERSON_COLOURS[fnv1a(id) % PERSON_COLOURS.length] ?? PERSON_COLOURS[0];
}

// FNV-1a, 32 bit (Fowler, Noll, Vo): short, stable, and spreads ids that differ in one letter.
function fnv1a(text: string) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
