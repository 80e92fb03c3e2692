import type { LevelColour, LevelStyle } from "@/lib/spec/level-style";

/** How one authority level looks wherever it shows. */
export interface LevelLook extends LevelStyle {
  name: string;
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
