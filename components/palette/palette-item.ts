import type { ReactNode } from "react";

export type PaletteSection = "actions" | "specs" | "clauses";

export const SECTION_TITLES: Record<PaletteSection, string> = {
  actions: "Actions",
  specs: "Specs",
  clauses: "Clauses",
};

/** Something to do or somewhere to go. One of `href` and `run` says which. */
export interface PaletteItem {
  id: string;
  section: PaletteSection;
  label: string;
  /** At the right, muted: where it is, or what it belongs to. */
  hint?: string;
  /** Other words people may type for it. */
  keywords?: string;
  icon?: ReactNode;
  /** The shortcut that does the same. */
  keys?: string[];
  href?: string;
  run?: () => void;
}

/** Looks for specs and clauses elsewhere. Give up when `signal` fires: its answer is no longer wanted. */
export type PaletteSearch = (query: string, signal: AbortSignal) => Promise<PaletteItem[]>;
