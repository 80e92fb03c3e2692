import type { PlacementState } from "@/lib/anchor/place";
import type { WordPart } from "@/lib/diff/change";
import type { BylineView } from "./byline";
import type { ThreadKind } from "./kinds";
import type { Outcome } from "./outcomes";

/** A comment as one viewer sees it. Holds no address and no id of an account. */
export interface CommentView {
  id: string;
  number: number;
  byline: BylineView;
  isOfficial: boolean;
  at: string;
  editedAt: string | null;
  state: "held" | "visible" | "hidden" | "withdrawn";
  /** Empty when the viewer may not read it. */
  body: string;
  replacement: string | null;
  /** Why it is hidden, with the name of the rule. */
  hidden: { rule: string; reason: string } | null;
  wasRedacted: boolean;
}

/** What one viewer may do with a comment; null for visitors. */
export interface OwnCommentView {
  isOwn: boolean;
  heldBecause: string;
  mayEdit: boolean;
  mayWithdraw: boolean;
  mayReport: boolean;
  mayAppeal: boolean;
  appeal: { at: string; decidedAt: string | null; isUpheld: boolean | null; answer: string } | null;
}

export interface PlaceView {
  sectionUid: string | null;
  sectionId: string | null;
  sectionTitle: string;
  /** The words that are meant, as they stand there. */
  quote: string;
}

export interface PlacementView extends PlaceView {
  release: string;
  state: PlacementState;
  /** False while it is a proposal that a person has yet to look at. */
  isCertain: boolean;
}

export interface DispositionView {
  outcome: Outcome;
  reason: string;
  at: string;
  targetLabel: string | null;
  landedIn: string | null;
  /** Null while it holds. */
  endedAt: string | null;
  endedBecause: string;
}

export interface ThreadView extends PlaceView {
  id: string;
  number: number;
  kind: ThreadKind;
  /** Label of the release it was written on; the place is in terms of that text. */
  release: string;
  /** What is meant when it is less than the section. */
  label: string;
  openedAt: string;
  opening: CommentView;
  /** Comments after the opening one that everybody can read. */
  replies: number;
  hasOfficialAnswer: boolean;
  supporters: number;
  /** Where it stands in the newest release it was placed in; null when that is its own. */
  placement: PlacementView | null;
  disposition: DispositionView | null;
  /** The number of the thread that goes on instead. */
  mergedInto: number | null;
}

/** A comment in the panel of the reading page, whose script compares no words itself. */
export interface PanelComment extends CommentView {
  /** What it would write instead of the quote, word by word. */
  change: WordPart[] | null;
}

export interface PanelThread extends Omit<ThreadView, "opening"> {
  /** The first ones; `replies` tells how many there are. */
  comments: PanelComment[];
}
