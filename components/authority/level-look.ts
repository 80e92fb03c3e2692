/** Colours a spec can give to a level; values are the `--color-level-*` tokens in app/tokens.css. */
export type LevelColour =
  "crimson" | "amber" | "violet" | "teal" | "azure" | "moss" | "slate" | "rose";

/** Shapes that tell levels apart without colour, strongest first. */
export type LevelShape = "lock-bar" | "double-bar" | "solid" | "dashed" | "dotted" | "none";

/** How one authority level looks wherever it shows. */
export interface LevelLook {
  name: string;
  shape: LevelShape;
  colour: LevelColour;
}

/** Sets `--level` to the level's colour for everything inside. Spelled out so that a search finds each class. */
export const LEVEL_CLASS: Record<LevelColour, string> = {
  crimson: "level-crimson",
  amber: "level-amber",
  violet: "level-violet",
  teal: "level-teal",
  azure: "level-azure",
  moss: "level-moss",
  slate: "level-slate",
  rose: "level-rose",
};
