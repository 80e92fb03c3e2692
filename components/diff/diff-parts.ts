import type { ComponentType, ReactNode } from "react";
import type { UnchangedRange } from "./unchanged-range";

/**
 * How one moves about on a page that shows a comparison. Pages of the application and pages for readers,
 * which have no framework in the browser, bring their own; everything else looks the same on both.
 */
export interface DiffParts {
  /** Leads to this page as it looks with another filter. */
  Link: ComponentType<FilterLinkProps>;
  /** Goes from change to change. */
  Stepper: ComponentType<{ stops: number }>;
}

export interface FilterLinkProps {
  href: string;
  className?: string;
  "aria-current"?: "true" | undefined;
  "aria-label"?: string;
  children: ReactNode;
}

/** Text that did not change, folded away. */
export interface FoldProps {
  /** `3 unchanged paragraphs`. */
  words: string;
  range: UnchangedRange;
  /** The page with all of the text on it, for browsers without scripts. */
  href: string;
}

/** Draws a fold whose text comes when somebody unfolds it. */
export type Fold = (fold: FoldProps) => ReactNode;
