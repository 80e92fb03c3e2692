import { db } from "@/lib/data/db";
import { getUpload, getUploadBytes } from "@/lib/data/uploads";
import { NotFound } from "@/lib/errors";
import { runImport, unpackRelease } from "@/lib/import/run-import";
import type { Actor } from "@/lib/policy/actor";
import type { SpecDocument } from "@/lib/spec/document";

/**
 * The newest text of what somebody uploaded and has not imported: to compare it before anything is
 * written. Only for whoever uploaded it.
 *
 * @throws NotFound, ImportRefused
 */
export async function readUpload(
  actor: Actor,
  id: string,
  at: Date,
): Promise<{ name: string; document: SpecDocument }> {
  const { name } = await getUpload(db(), actor, id, at);
  const bytes = Uint8Array.from(await getUploadBytes(actor, id));
  const newest = (await runImport({ name, bytes })).at(-1);
  if (!newest) throw new NotFound("text in this upload");
  return { name, document: unpackRelease(newest).document };
}
