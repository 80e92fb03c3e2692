import type { Actor } from "@/lib/policy/actor";
import { isAtLeast } from "@/lib/policy/role";
import { canBePublished } from "@/lib/workflow/checks";
import { hindranceOf } from "@/lib/workflow/approval-state";
import { getCandidate } from "./candidates";
import { db } from "./db";
import { loadReview, type Review } from "./review";

/** Something that waits for one person. */
export interface InboxItem {
  key: string;
  kind: "review" | "publish" | "objection" | "changes" | "override";
  specTitle: string;
  specSlug: string;
  number: number;
  label: string;
  since: Date;
  /** What to do, as a sentence without its full stop. */
  words: string;
  /** They were asked by name. */
  asked: boolean;
}

/**
 * What waits for a person, most pressing first: reviews that need them, releases they can publish, their
 * own objections in a newer candidate, and changes asked of a candidate that they made.
 */
export async function listInbox(actor: Actor): Promise<InboxItem[]> {
  const candidates = await db().candidate.findMany({
    where: {
      closure: null,
      spec: {
        archivedAt: null,
        ...(actor.isAdministrator ? {} : { members: { some: { userId: actor.id } } }),
      },
    },
    orderBy: { cutAt: "asc" },
    select: {
      id: true,
      spec: {
        select: {
          title: true,
          slug: true,
          members: { where: { userId: actor.id }, select: { role: true } },
        },
      },
      assignments: { where: { userId: actor.id }, select: { at: true } },
      breakGlass: {
        where: { confirmation: null, askedById: { not: actor.id } },
        orderBy: { askedAt: "desc" },
        take: 1,
        select: { askedAt: true },
      },
    },
  });
  const items: InboxItem[] = [];
  for (const { id, spec, assignments, breakGlass } of candidates) {
    const review = await loadReview(db(), await getCandidate(db(), { id }));
    const { number, label, cutAt } = review.candidate;
    const about = { specTitle: spec.title, specSlug: spec.slug, number, label };
    const role = spec.members[0]?.role ?? null;
    const add = (kind: InboxItem["kind"], words: string, since = cutAt) =>
      items.push({
        ...about,
        key: `${id} ${kind}`,
        kind,
        words,
        since,
        asked: assignments.length > 0,
      });
    const waiting = waitingFor(actor.id, review);
    if (waiting > 0) {
      add(
        "review",
        `${waiting} ${waiting === 1 ? "change waits" : "changes wait"} for your approval`,
        assignments[0]?.at ?? cutAt,
      );
    }
    const own = review.objections.filter(({ byId, end }) => byId === actor.id && !end);
    if (own.some(({ candidateId }) => candidateId !== id)) {
      add("objection", "There is a new candidate: see whether your objection still holds");
    }
    if (review.candidate.cutById === actor.id && review.approval.objections > 0) {
      add("changes", "Somebody asks for changes to your candidate");
    }
    if (
      isAtLeast(role, "publisher") &&
      review.state === "approved" &&
      canBePublished(review.checks)
    ) {
      add("publish", "Everything is approved: it can be published");
    }
    if (actor.isAdministrator && breakGlass[0]) {
      add(
        "override",
        "An administrator asks to publish this against the rules",
        breakGlass[0].askedAt,
      );
    }
  }
  return items.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const ORDER: readonly InboxItem["kind"][] = [
  "override",
  "objection",
  "changes",
  "publish",
  "review",
];

/** How many changes still need an approval that this person could give. */
function waitingFor(userId: string, { approval, facts }: Review): number {
  return approval.parts.filter(
    ({ part, state, approvedBy }) =>
      state !== "approved" &&
      !approvedBy.includes(userId) &&
      hindranceOf(userId, part, facts) === null,
  ).length;
}
