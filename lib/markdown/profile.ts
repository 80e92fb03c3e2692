import type { ProfileName } from "@/lib/spec/document";

/**
 * What the dialects differ in. Everything else is the same CommonMark with the same additions, so that
 * an example can be added to any spec and a table to the Model Spec.
 */
export interface Profile {
  name: ProfileName;
  /** How formulas open and close in prose, and whether they stand on a line of their own. */
  math: readonly { open: string; close: string; display: boolean }[];
  /** Whether a heading without `{#id}` has the id that its title gives it. */
  implicitIds: boolean;
  /** Columns that the content of a list item is indented by; null: as wide as its marker. */
  listIndent: 4 | null;
  /** What a new file ends with. */
  tail: "" | "\n";
}

export const PROFILES: Record<ProfileName, Profile> = {
  "model-spec": {
    name: "model-spec",
    math: [
      { open: "\\\\(", close: "\\\\)", display: false },
      { open: "\\\\[", close: "\\\\]", display: true },
    ],
    implicitIds: false,
    listIndent: 4,
    tail: "",
  },
  generic: {
    name: "generic",
    math: [
      { open: "$$", close: "$$", display: true },
      { open: "$", close: "$", display: false },
    ],
    implicitIds: true,
    listIndent: null,
    tail: "\n",
  },
};
