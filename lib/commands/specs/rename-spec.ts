import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requireSpec } from "@/lib/data/standing";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canChangeSpecSettings } from "@/lib/policy/spec";
import { announceRelease } from "../review/announce-release";
import { requireFreeSlug } from "./create-spec";
import { Id, Slug, SpecSummary, SpecTitle } from "../people/fields";

export const RenameSpec = z.object({
  specId: Id,
  title: SpecTitle,
  slug: Slug,
  summary: SpecSummary,
});
export type RenameSpec = z.infer<typeof RenameSpec>;

/**
 * Changes the title, the address and the summary of a spec. Does nothing when all are as before. Links to
 * the address it had are sent on to the new one.
 */
export async function renameSpec(actor: Actor, input: RenameSpec): Promise<{ slug: string }> {
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: input.specId });
    if (!canChangeSpecSettings(actor, spec)) throw new Forbidden("change this spec's settings");
    const { title, slug, summary } = input;
    const changed = (["title", "slug", "summary"] as const).filter(
      (key) => spec[key] !== input[key],
    );
    if (changed.length === 0) return { slug };
    await requireFreeSlug(tx, slug, spec.id);
    await tx.spec.update({ where: { id: spec.id }, data: { title, slug, summary } });
    if (slug !== spec.slug) await keepFormerSlug(tx, spec, slug);
    await announceRelease(tx, spec.id);
    await recordEvent(tx, {
      kind: "spec.renamed",
      actorId: actor.id,
      specId: spec.id,
      payload: { changed, from: spec.slug, to: slug },
    });
    return { slug };
  });
}

async function keepFormerSlug(
  tx: Transaction,
  { id: specId, slug: left }: { id: string; slug: string },
  now: string,
): Promise<void> {
  await tx.formerSlug.create({ data: { slug: left, specId } });
  // It may have come back to an address of its own.
  await tx.formerSlug.deleteMany({ where: { slug: now, specId } });
}
