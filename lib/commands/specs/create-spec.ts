import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { isUniqueViolation, transaction, type Transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canCreateSpec } from "@/lib/policy/spec";
import { specDocument } from "@/lib/spec/document";
import type { AuthorityLevel } from "@/lib/spec/levels";
import { Slug, SpecSummary, SpecTitle } from "../people/fields";
import { seedDraftOf } from "../draft/seed-draft-of";
import { SPEC_TEMPLATES } from "./spec-templates";

export const CreateSpec = z.object({
  title: SpecTitle,
  slug: Slug,
  summary: SpecSummary.default(""),
  template: z.enum(SPEC_TEMPLATES.map(({ key }) => key)).default("blank"),
});
export type CreateSpec = z.infer<typeof CreateSpec>;

/**
 * Creates a spec with an empty draft and the authority levels of a template; its creator becomes its
 * publisher.
 */
export async function createSpec(
  actor: Actor,
  input: CreateSpec,
): Promise<{ id: string; slug: string }> {
  if (!canCreateSpec(actor)) {
    throw new Forbidden("create specs", "Ask an administrator to let you.");
  }
  const template = SPEC_TEMPLATES.find(({ key }) => key === input.template) ?? SPEC_TEMPLATES[0];
  return transaction(async (tx) => {
    const levels = template.levels.map((level, rank) => ({ ...level, rank }));
    return beginSpec(tx, actor, { ...input, levels, template: template.key });
  }).catch((error: unknown) => {
    // Somebody took the address between our look and our write.
    throw isUniqueViolation(error) ? slugTaken() : error;
  });
}

/**
 * Writes a spec whose draft is empty, its levels, and its first publisher: for whoever may create one,
 * by a form or by an import.
 *
 * @throws Conflict when the address is taken.
 */
export async function beginSpec(
  tx: Transaction,
  actor: Actor,
  { title, slug, summary, levels, template }: NewSpec,
): Promise<{ id: string; slug: string }> {
  await requireFreeSlug(tx, slug);
  const spec = await tx.spec.create({
    data: {
      title,
      slug,
      summary,
      createdById: actor.id,
      levels: { create: levels },
      members: { create: { userId: actor.id, role: "publisher", addedById: actor.id } },
    },
    select: { id: true, slug: true },
  });
  await seedDraftOf(tx, spec.id, { document: specDocument(), authorId: null });
  await recordEvent(tx, {
    kind: "spec.created",
    actorId: actor.id,
    specId: spec.id,
    payload: { slug, template },
  });
  return spec;
}

interface NewSpec {
  title: string;
  slug: string;
  summary: string;
  levels: (AuthorityLevel & { rank: number; description: string })[];
  /** What its levels came from, for the audit log. */
  template: string;
}

/** @throws Conflict when another spec, archived ones included, has the address or had it before. */
export async function requireFreeSlug(
  tx: Transaction,
  slug: string,
  exceptSpecId?: string,
): Promise<void> {
  const holder = await tx.spec.findUnique({ where: { slug }, select: { id: true } });
  if (holder && holder.id !== exceptSpecId) throw slugTaken();
  const former = await tx.formerSlug.findUnique({ where: { slug }, select: { specId: true } });
  if (former && former.specId !== exceptSpecId) {
    const words =
      "Another spec had this address, and links to it still lead there. Choose a different one.";
    throw new Conflict(words, { slug: words });
  }
}

export function slugTaken(): Conflict {
  const words = "Another spec has this address. Choose a different one.";
  return new Conflict(words, { slug: words });
}
