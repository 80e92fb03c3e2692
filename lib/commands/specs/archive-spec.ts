import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canArchiveSpec } from "@/lib/policy/spec";
import { announceRelease } from "../review/announce-release";
import { announceAccessChangeIn } from "../people/announce-access-change";
import { Id } from "../people/fields";

export const ArchiveSpec = z.object({ specId: Id });
export type ArchiveSpec = z.infer<typeof ArchiveSpec>;

/** Closes a spec for writing. It stays readable and can be restored. Archiving twice changes nothing. */
export async function archiveSpec(actor: Actor, input: ArchiveSpec, at: Date): Promise<void> {
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: input.specId });
    if (!canArchiveSpec(actor, { ...spec, isArchived: false })) {
      throw new Forbidden("archive this spec");
    }
    if (spec.isArchived) return;
    await tx.spec.update({
      where: { id: spec.id },
      data: { archivedAt: at, archivedById: actor.id },
    });
    await announceRelease(tx, spec.id);
    await announceAccessChangeIn(tx, spec.id);
    await recordEvent(tx, { kind: "spec.archived", actorId: actor.id, specId: spec.id });
  });
}
