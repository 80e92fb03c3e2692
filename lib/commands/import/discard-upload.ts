import { z } from "zod";
import { db } from "@/lib/data/db";
import type { Actor } from "@/lib/policy/actor";
import { Id } from "../people/fields";

export const DiscardUpload = z.object({ uploadId: Id });
export type DiscardUpload = z.infer<typeof DiscardUpload>;

/** Forgets an upload of the actor's own. One that is gone already is no error. */
export async function discardUpload(actor: Actor, { uploadId }: DiscardUpload): Promise<void> {
  await db().importUpload.deleteMany({ where: { id: uploadId, userId: actor.id } });
}
