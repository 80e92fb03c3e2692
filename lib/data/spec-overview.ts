import type { Actor } from "@/lib/policy/actor";
import { canSeeInbox } from "@/lib/policy/feedback";
import { countInbox } from "./feedback-inbox";
import { getReleaseOverview, type OpenCandidateView } from "./release-overview";
import { listRevisions, type RevisionView } from "./revisions";
import type { SpecView } from "./specs";

/** What a spec is at this moment: the first thing its people want to know. */
export interface SpecOverview {
  /** What was written last, newest first. Empty as long as nobody wrote anything. */
  recent: RevisionView[];
  review: OpenCandidateView | null;
  /** The newest release that was not withdrawn. */
  release: { label: string; publishedAt: Date } | null;
  /** Null for those who do not see the inbox. */
  feedback: { open: number; moderation: number } | null;
}

const RECENT = 12;

/** @throws NotFound when the actor may not see the spec. */
export async function getSpecOverview(actor: Actor, spec: SpecView): Promise<SpecOverview> {
  const [recent, { open, releases }, feedback] = await Promise.all([
    listRevisions(actor, spec.id, { take: RECENT }),
    getReleaseOverview(actor, spec.id),
    canSeeInbox(actor, spec) ? countInbox(spec.id) : null,
  ]);
  return {
    recent,
    review: open,
    release: releases.find(({ isWithdrawn }) => !isWithdrawn) ?? null,
    feedback,
  };
}
