import { z } from "zod";
import { getDraftMoment } from "@/lib/data/draft-document";
import { db } from "@/lib/data/db";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { ImportInput } from "@/lib/import/import-files";
import { runImport, type ReadProgress } from "@/lib/import/run-import";
import type { Actor } from "@/lib/policy/actor";
import { canImportIntoDraft, canImportNewSpec } from "@/lib/policy/import";
import type { SpecDocument } from "@/lib/spec/document";
import { Id } from "../people/fields";

export const StageImport = z.object({
  /** Of the file or folder. */
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .transform((name) => name.replaceAll(/[\p{Cc}\p{Cf}]/gu, "")),
  /** The spec whose draft it shall replace; null for a new spec. */
  specId: Id.nullable(),
});
export type StageImport = z.infer<typeof StageImport>;

const UPLOAD_LIVES_MS = 60 * 60_000;

/** Uploads of one person that wait; the oldest give way, so that nobody fills the database. */
const MOST_UPLOADS = 3;

/**
 * Reads what somebody hands over and keeps it for an hour, so that they can look at it before anything
 * is written.
 *
 * The bytes are kept rather than sent again: a preview has an address then, survives a reload, and 50 MB
 * go over a slow line once. What is written is read anew from them, so it is what the preview showed.
 *
 * @throws ImportRefused, Forbidden
 */
export async function stageImport(
  actor: Actor,
  { name, specId }: StageImport,
  bytes: Uint8Array<ArrayBuffer>,
  at: Date,
  onProgress?: (progress: ReadProgress) => void,
): Promise<{ id: string }> {
  const continues = await requireImportTarget(actor, specId);
  const input: ImportInput = { name, bytes };
  const releases = await runImport(input, { continues, ...(onProgress ? { onProgress } : {}) });
  const preview = releases.map((release) => release.preview);
  return transaction(async (tx) => {
    await tx.importUpload.deleteMany({ where: { expiresAt: { lte: at } } });
    const older = await tx.importUpload.findMany({
      where: { userId: actor.id },
      // Ids are numbered by time.
      orderBy: { id: "desc" },
      skip: MOST_UPLOADS - 1,
      select: { id: true },
    });
    await tx.importUpload.deleteMany({ where: { id: { in: older.map(({ id }) => id) } } });
    return tx.importUpload.create({
      data: {
        userId: actor.id,
        specId,
        name,
        bytes,
        // JSON that has just come out of a structured clone: nothing in it but data.
        preview: JSON.parse(JSON.stringify(preview)) as object[],
        createdAt: at,
        expiresAt: new Date(at.getTime() + UPLOAD_LIVES_MS),
      },
      select: { id: true },
    });
  });
}

/**
 * The draft that an import would continue; null for a new spec.
 *
 * @throws Forbidden when the actor may not import there, before anything of the upload is read.
 */
export async function requireImportTarget(
  actor: Actor,
  specId: string | null,
): Promise<SpecDocument | null> {
  if (specId === null) {
    if (canImportNewSpec(actor)) return null;
    throw new Forbidden("create specs", "Ask an administrator to let you.");
  }
  const spec = await requireSpec(db(), actor, { id: specId });
  if (!canImportIntoDraft(actor, spec)) throw new Forbidden("change the draft of this spec");
  return (await getDraftMoment(db(), spec.id)).document;
}
