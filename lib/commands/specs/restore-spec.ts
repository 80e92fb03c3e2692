import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canRestoreSpec } from "@/lib/policy/spec";
import { announceRelease } from "../review/announce-release";
import { announceAccessChangeIn } from "../people/announce-access-change";
import { Id } from "../people/fields";

export const RestoreSpec = z.object({ specId: Id });
export type RestoreSpec = z.infer<typeof RestoreSpec>;

/** Opens an archived spec again. Restoring a living one changes nothing. */
export async function restoreSpec(actor: Actor, input: RestoreSpec): Promise<void> {
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: input.specId });
    if (!canRestoreSpec(actor, { ...spec, isArchived: true })) {
      throw new Forbidden("restore this spec");
    }
    if (!spec.isArchived) return;
    await tx.spec.update({
      where: { id: spec.id },
      data: { archivedAt: null, archivedById: null },
    });
    await announceRelease(tx, spec.id);
    await announceAccessChangeIn(tx, spec.id);
    await recordEvent(tx, { kind: "spec.restored", actorId: actor.id, specId: spec.id });
  });
}
