let added = 0;

/** A key for what is not in the text yet; the editor gives it its identity. */
export function newKey(): string {
  added += 1;
  return `new-${added}`;
}
