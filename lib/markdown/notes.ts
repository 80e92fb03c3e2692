/**
 * Something a reader of the import should know. Nothing of it was lost: notes are about what the source
 * says badly or what is kept without being understood.
 */
export interface Note {
  code: NoteCode;
  severity: "error" | "warning" | "info";
  /** What was found and what became of it, in plain words. */
  message: string;
  file: string;
  /** From 1. */
  line: number;
  /** The block it is about. */
  uid: string | null;
}

export type NoteCode =
  | "mangled-tag"
  | "opaque-example"
  | "stray-text"
  | "kept-as-source"
  | "too-deep"
  | "heading-without-id"
  | "unknown-verdict"
  | "file-ignored"
  | "dangling-reference"
  | "marker-without-prompts"
  | "prompts-without-marker"
  | "stale-header"
  | "missing-header"
  | "duplicate-id"
  | "duplicate-title";
