/**
 * Names a text of a spec in an address: the label of a release, `@draft`, `@12` for a revision, or
 * `@file-…` for a file that somebody has just brought along. No label begins with `@`.
 */
export type TextReference =
  | { kind: "release"; label: string }
  | { kind: "draft" }
  | { kind: "revision"; number: number }
  | { kind: "file"; id: string };

/** Null when the words name nothing. */
export function readTextReference(words: string): TextReference | null {
  if (words === "@draft") return { kind: "draft" };
  const number = /^@(\d{1,9})$/.exec(words)?.[1];
  if (number) return { kind: "revision", number: Number(number) };
  const id = /^@file-([0-9a-f-]{36})$/.exec(words)?.[1];
  if (id) return { kind: "file", id };
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(words) ? { kind: "release", label: words } : null;
}
