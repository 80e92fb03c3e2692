import type { Actor } from "@/lib/policy/actor";
import { canDismissObjection, canLiftObjection } from "@/lib/policy/review";
import { outcomeOf } from "@/lib/workflow/candidate-state";
import type { NamedPerson, Names } from "./names";
import type { ObjectionRecord } from "./objections";
import type { Review } from "./review";
import type { SpecRecord } from "./standing";

/** An objection as one person sees it. */
export interface ObjectionView {
  id: string;
  partTitle: string;
  by: NamedPerson;
  at: Date;
  reason: string;
  end: { kind: "lifted" | "dismissed"; by: NamedPerson; at: Date; reason: string } | null;
  may: { lift: boolean; dismiss: boolean };
}

export function objectionView(
  objection: ObjectionRecord,
  { actor, spec, review, names }: { actor: Actor; spec: SpecRecord; review: Review; names: Names },
): ObjectionView {
  const { id, byId, part, at, reason, end } = objection;
  const authors = new Set([
    ...(review.facts.contributors.get(part) ?? []),
    review.candidate.cutById,
  ]);
  const isOpen = !end && outcomeOf(review.state, "settle_objection") !== null;
  return {
    id,
    partTitle: review.facts.parts.find(({ key }) => key === part)?.title ?? "The spec as a whole",
    by: names(byId),
    at,
    reason,
    end: end && { kind: end.kind, by: names(end.byId), at: end.at, reason: end.reason },
    may: {
      lift: isOpen && canLiftObjection(actor, spec, objection),
      dismiss: isOpen && canDismissObjection(actor, spec, { byId, authors }),
    },
  };
}
