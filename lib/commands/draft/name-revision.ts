import { z } from "zod";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canNameRevision } from "@/lib/policy/history";
import { Id, RevisionTitle } from "../people/fields";
import { makeRevision } from "./make-revision";

export const NameRevision = z.object({
  specId: Id,
  name: RevisionTitle,
  /** Null names the draft as it is now. */
  number: z.number().int().positive().nullable(),
});
export type NameRevision = z.infer<typeof NameRevision>;

/**
 * Gives a revision a name; without a number it keeps the draft as it is now, if that is not kept yet.
 *
 * @returns The number of the revision that has the name.
 * @throws Conflict when the draft is still empty.
 */
export async function nameRevision(actor: Actor, input: NameRevision): Promise<{ number: number }> {
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: input.specId });
    if (!canNameRevision(actor, spec)) throw new Forbidden("name revisions of this spec");
    const revision =
      input.number === null
        ? await makeRevision(tx, { specId: spec.id, kind: "named", byId: actor.id })
        : await tx.revision.findUnique({
            where: { specId_number: { specId: spec.id, number: input.number } },
            select: { id: true, number: true },
          });
    if (!revision) {
      if (input.number !== null) throw new NotFound("such revision");
      throw new Conflict("Nothing is written yet. Write something first, then keep it by name.");
    }
    const [newest] = await tx.revisionName.findMany({
      where: { revisionId: revision.id },
      orderBy: { at: "desc" },
      take: 1,
      select: { name: true },
    });
    if (newest?.name !== input.name) {
      await tx.revisionName.create({
        data: { revisionId: revision.id, name: input.name, byId: actor.id },
      });
    }
    return { number: revision.number };
  });
}
