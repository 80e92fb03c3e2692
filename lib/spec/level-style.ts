/**
 * How an authority level looks, everywhere the same: badge, bar beside a clause, legend, filter. The
 * shape tells levels apart without colour.
 */
export const LEVEL_COLOURS = ["red", "orange", "violet", "blue", "green", "grey"] as const;
export type LevelColour = (typeof LEVEL_COLOURS)[number];

export const LEVEL_SHAPES = [
  "solid-bar-lock",
  "double-bar",
  "solid-outline",
  "dashed-outline",
  "dotted-outline",
  "none",
] as const;
export type LevelShape = (typeof LEVEL_SHAPES)[number];

export interface LevelStyle {
  colour: LevelColour;
  shape: LevelShape;
}

const STYLES: Record<string, LevelStyle> = {
  root: { colour: "red", shape: "solid-bar-lock" },
  platform: { colour: "red", shape: "solid-bar-lock" },
  system: { colour: "orange", shape: "double-bar" },
  developer: { colour: "violet", shape: "solid-outline" },
  user: { colour: "blue", shape: "dashed-outline" },
  guideline: { colour: "green", shape: "dotted-outline" },
};

/** The look of text without any authority. */
export const NO_LEVEL: LevelStyle = { colour: "grey", shape: "none" };

/** The usual look of a level; a spec may choose another. Unknown keys are grey but have an outline. */
export function styleOfLevel(key: string): LevelStyle {
  return STYLES[key] ?? { colour: "grey", shape: "solid-outline" };
}
