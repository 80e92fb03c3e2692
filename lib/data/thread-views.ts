import { CERTAIN } from "@/lib/anchor/place";
import { bylineView } from "@/lib/feedback/byline";
import { isModerationRule, RULE_WORDS } from "@/lib/feedback/moderation-rules";
import type { CommentView, DispositionView, PlacementView, ThreadView } from "@/lib/feedback/views";
import type { Prisma } from "./generated/client";

/** Who looks: decides which comments can be read. */
export interface Viewer {
  readonly actorId: string | null;
  /** Whether they moderate the spec, and so read what is held and hidden. */
  readonly moderates: boolean;
}

export const PUBLIC_VIEWER: Viewer = { actorId: null, moderates: false };

/** What is read of a comment; what is shown of it is for commentView to say. */
export const COMMENT_FIELDS = {
  id: true,
  number: true,
  authorId: true,
  body: true,
  replacement: true,
  isOfficial: true,
  state: true,
  heldBecause: true,
  at: true,
  editedAt: true,
  redactedAt: true,
  author: {
    select: {
      name: true,
      byline: { select: { number: true, showsName: true, organisation: true } },
    },
  },
  moderation: {
    where: { deed: "hidden" },
    orderBy: { at: "desc" },
    take: 1,
    select: { rule: true, reason: true },
  },
} satisfies Prisma.CommentSelect;

export type CommentRow = Prisma.CommentGetPayload<{ select: typeof COMMENT_FIELDS }>;

export function commentView(row: CommentRow, viewer: Viewer): CommentView {
  const isOwn = viewer.actorId !== null && row.authorId === viewer.actorId;
  const readable =
    row.state === "visible" || (row.state !== "withdrawn" && (isOwn || viewer.moderates));
  const hiding = row.state === "hidden" ? row.moderation[0] : undefined;
  const { author } = row;
  return {
    id: row.id,
    number: row.number,
    byline: bylineView(author?.byline && { ...author.byline, user: { name: author.name } }),
    isOfficial: row.isOfficial,
    at: row.at.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    state: row.state,
    body: readable ? row.body : "",
    replacement: readable ? row.replacement : null,
    hidden: hiding ? { rule: ruleName(hiding.rule), reason: hiding.reason } : null,
    wasRedacted: row.redactedAt !== null,
  };
}

export const ruleName = (rule: string | null) =>
  isModerationRule(rule) ? RULE_WORDS[rule].name : "";

export const DISPOSITION_FIELDS = {
  outcome: true,
  reason: true,
  at: true,
  targetLabel: true,
  endedAt: true,
  endedBecause: true,
  release: { select: { label: true } },
} satisfies Prisma.DispositionSelect;

export function dispositionView(
  row: Prisma.DispositionGetPayload<{ select: typeof DISPOSITION_FIELDS }>,
): DispositionView {
  const { outcome, reason, at, targetLabel, endedAt, endedBecause, release } = row;
  return {
    outcome,
    reason,
    at: at.toISOString(),
    targetLabel,
    landedIn: release?.label ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    endedBecause,
  };
}

export const PLACEMENT_FIELDS = {
  state: true,
  confidence: true,
  decidedAt: true,
  sectionUid: true,
  sectionId: true,
  sectionTitle: true,
  quote: true,
  release: { select: { label: true } },
} satisfies Prisma.ThreadPlacementSelect;

export function placementView(
  row: Prisma.ThreadPlacementGetPayload<{ select: typeof PLACEMENT_FIELDS }>,
): PlacementView {
  const { state, confidence, decidedAt, sectionUid, sectionId, sectionTitle, quote } = row;
  return {
    release: row.release.label,
    state,
    isCertain: decidedAt !== null || confidence >= CERTAIN,
    sectionUid,
    sectionId,
    sectionTitle,
    quote,
  };
}

export const THREAD_FIELDS = {
  id: true,
  number: true,
  kind: true,
  sectionUid: true,
  sectionId: true,
  sectionTitle: true,
  label: true,
  quote: true,
  openedAt: true,
  release: { select: { label: true } },
  mergedInto: { select: { number: true } },
  comments: { where: { number: 1 }, select: COMMENT_FIELDS },
  placements: { orderBy: { release: { number: "desc" } }, take: 1, select: PLACEMENT_FIELDS },
  dispositions: { where: { endedAt: null }, take: 1, select: DISPOSITION_FIELDS },
} satisfies Prisma.ThreadSelect;

export type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof THREAD_FIELDS }>;

/** What is counted for a thread: comments that everybody can read, and people who think so too. */
export interface ThreadFigures {
  replies: number;
  hasOfficialAnswer: boolean;
  supporters: number;
}

export function threadView(row: ThreadRow, viewer: Viewer, figures: ThreadFigures): ThreadView {
  const [opening] = row.comments;
  if (!opening) throw new Error(`Thread ${row.id} has no first comment.`);
  const [placement] = row.placements;
  const [disposition] = row.dispositions;
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    release: row.release.label,
    sectionUid: row.sectionUid,
    sectionId: row.sectionId,
    sectionTitle: row.sectionTitle,
    label: row.label,
    quote: row.quote,
    openedAt: row.openedAt.toISOString(),
    opening: commentView(opening, viewer),
    replies: figures.replies,
    hasOfficialAnswer: figures.hasOfficialAnswer,
    supporters: figures.supporters,
    placement: placement ? placementView(placement) : null,
    disposition: disposition ? dispositionView(disposition) : null,
    mergedInto: row.mergedInto?.number ?? null,
  };
}
