import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { getReviewRules } from "@/lib/data/review-rules";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden, Invalid } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canChangeSpecSettings } from "@/lib/policy/spec";
import { canonicalHash, canonicalJson } from "@/lib/spec/canonical-json";
import { ReviewRules } from "@/lib/workflow/review-rules";
import { Id } from "../people/fields";
import { lockReview } from "./open-review";
import { requireFreshIdentity } from "../people/require-fresh-identity";

export const SaveReviewRules = z.object({ specId: Id, rules: ReviewRules });
export type SaveReviewRules = z.output<typeof SaveReviewRules>;

/** Sets how a spec decides. It holds at once, for a candidate in review too. */
export async function saveReviewRules(
  actor: Actor,
  input: SaveReviewRules,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: input.specId });
    if (!canChangeSpecSettings(actor, spec)) throw new Forbidden("change the review rules");
    requireFreshIdentity(actor, at);
    await lockReview(tx, spec.id);
    const members = await tx.member.findMany({
      where: { specId: spec.id },
      select: { userId: true },
    });
    const known = new Set(members.map(({ userId }) => userId));
    const { rules } = input;
    for (const [index, { name, people }] of rules.owners.entries()) {
      if (people.every((id) => known.has(id))) continue;
      const words = `Somebody in “${name}” is no member of this spec any more. Take them out.`;
      throw new Invalid(words, { [`rules.owners.${index}.people`]: words });
    }
    const before = await getReviewRules(tx, spec.id);
    if (canonicalJson(before) === canonicalJson(rules)) return;
    await tx.reviewSettings.upsert({
      where: { specId: spec.id },
      create: { specId: spec.id, rules, updatedById: actor.id },
      update: { rules, updatedById: actor.id, updatedAt: at },
    });
    await recordEvent(tx, {
      kind: "review_rules.changed",
      actorId: actor.id,
      specId: spec.id,
      // Names of groups are people's words; the log gets numbers, ids and hashes alone.
      payload: {
        approvals: { from: before.approvals, to: rules.approvals },
        independence: { from: before.independence, to: rules.independence },
        owners: { from: before.owners.length, to: rules.owners.length },
        from: await canonicalHash(before),
        to: await canonicalHash(rules),
      },
    });
  });
}
