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
  kind: "review" | "publish" | "objection" | "changes" | "missed" | "override";
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

/** Reviews that were read already, so that a round of mails reads each of them once. */
export type ReadReviews = Map<string, Promise<Review>>;

/**
 * What waits for a person, most pressing first: reviews that need them, releases they can publish, their
 * own objections in a newer candidate, changes asked of a candidate that they made, and times for
 * publishing that were missed.
 */
export async function listInbox(
  actor: Actor,
  reviews: ReadReviews = new Map(),
): Promise<InboxItem[]> {
  const items: InboxItem[] = [];
  for (const candidate of await listOpenCandidates(actor)) {
    const { id } = candidate;
    const reading =
      reviews.get(id) ?? getCandidate(db(), { id }).then((found) => loadReview(db(), found));
    reviews.set(id, reading);
    items.push(...itemsOf(actor, candidate, await reading));
  }
  return items.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

type OpenCandidate = Awaited<ReturnType<typeof listOpenCandidates>>[number];

async function listOpenCandidates(actor: Actor) {
  return db().candidate.findMany({
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
      schedules: {
        orderBy: { at: "desc" },
        take: 1,
        select: { id: true, end: { select: { kind: true, at: true } } },
      },
      breakGlass: {
        where: { confirmation: null, askedById: { not: actor.id } },
        orderBy: { askedAt: "desc" },
        take: 1,
        select: { askedAt: true },
      },
    },
  });
}

function itemsOf(actor: Actor, candidate: OpenCandidate, review: Review): InboxItem[] {
  const { id, spec, assignments } = candidate;
  const { number, label, cutAt } = review.candidate;
  const items: InboxItem[] = [];
  const add = (kind: InboxItem["kind"], words: string, since = cutAt, key = `${id} ${kind}`) => {
    const about = { specTitle: spec.title, specSlug: spec.slug, number, label };
    items.push({ ...about, key, kind, words, since, asked: assignments.length > 0 });
  };
  const waiting = waitingFor(actor.id, review);
  if (waiting > 0) {
    const words = waiting === 1 ? "change waits" : "changes wait";
    add("review", `${waiting} ${words} for your approval`, assignments[0]?.at);
  }
  const own = review.objections.filter(({ byId, end }) => byId === actor.id && !end);
  if (own.some(({ candidateId }) => candidateId !== id)) {
    add("objection", "There is a new candidate: see whether your objection still holds");
  }
  if (review.candidate.cutById === actor.id && review.approval.objections > 0) {
    add("changes", "Somebody asks for changes to your candidate");
  }
  if (isAtLeast(spec.members[0]?.role ?? null, "publisher")) {
    const [last] = candidate.schedules;
    if (last?.end?.kind === "missed") {
      add("missed", "It could not be published at its time", last.end.at, `${id} ${last.id}`);
    }
    if (review.state === "approved" && canBePublished(review.checks)) {
      add("publish", "Everything is approved: it can be published");
    }
  }
  const [asked] = candidate.breakGlass;
  if (actor.isAdministrator && asked) {
    add("override", "An administrator asks to publish this against the rules", asked.askedAt);
  }
  return items;
}

const ORDER: readonly InboxItem["kind"][] = [
  "override",
  "missed",
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
