/**
 * How an authority level looks, everywhere the same: badge, bar beside a clause, legend, filter. The
 * shape tells levels apart without colour.
 */
export const LEVEL_COLOURS = [
  "crimson",
  "amber",
  "violet",
  "teal",
  "azure",
  "moss",
  "slate",
  "rose",
] as const;
export type LevelColour = (typeof LEVEL_COLOURS)[number];

export const LEVEL_SHAPES = [
  "lock-bar",
  "double-bar",
  "solid",
  "dashed",
  "dotted",
  "none",
] as const;
export type LevelShape = (typeof LEVEL_SHAPES)[number];

export interface LevelStyle {
  colour: LevelColour;
  shape: LevelShape;
}

const STYLES: Record<string, LevelStyle> = {
  root: { colour: "crimson", shape: "lock-bar" },
  platform: { colour: "crimson", shape: "lock-bar" },
  system: { colour: "amber", shape: "double-bar" },
  developer: { colour: "violet", shape: "solid" },
  user: { colour: "azure", shape: "dashed" },
  guideline: { colour: "moss", shape: "dotted" },
};

/** The look of text without any authority. */
export const NO_LEVEL: LevelStyle = { colour: "slate", shape: "none" };

/** The usual look of a level; a spec may choose another. Unknown keys are grey but have an outline. */
export function styleOfLevel(key: string): LevelStyle {
  return STYLES[key] ?? { colour: "slate", shape: "solid" };
}
