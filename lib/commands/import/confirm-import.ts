import type { z } from "zod";
import { db } from "@/lib/data/db";
import { getUpload, getUploadBytes } from "@/lib/data/uploads";
import { Invalid } from "@/lib/errors";
import { runImport, type ReadProgress } from "@/lib/import/run-import";
import type { Actor } from "@/lib/policy/actor";
import { discardUpload } from "./discard-upload";
import { Id } from "../people/fields";
import { importSpec, ImportSpec, type ImportedSpec, type WriteProgress } from "./import-spec";
import { requireImportTarget } from "./stage-import";

export const ConfirmImport = ImportSpec.extend({ uploadId: Id });
export type ConfirmImport = z.infer<typeof ConfirmImport>;

export interface ImportSteps {
  onRead?: (progress: ReadProgress) => void;
  onWrite?: WriteProgress;
}

/**
 * Imports what was uploaded and looked at, and forgets the upload.
 *
 * @throws NotFound when the upload ran out; else as `importSpec`.
 */
export async function confirmImport(
  actor: Actor,
  { uploadId, ...input }: ConfirmImport,
  at: Date,
  { onRead, onWrite }: ImportSteps = {},
): Promise<ImportedSpec> {
  const upload = await getUpload(db(), actor, uploadId, at);
  const specId = input.target.kind === "existing" ? input.target.specId : null;
  if (upload.specId !== specId) {
    throw new Invalid("The preview was for another spec. Upload the file again for this one.");
  }
  const continues = await requireImportTarget(actor, specId);
  const bytes = await getUploadBytes(actor, uploadId);
  const read = await runImport(
    { name: upload.name, bytes },
    { continues, ...(onRead ? { onProgress: onRead } : {}) },
  );
  const imported = await importSpec(actor, input, read, onWrite);
  await discardUpload(actor, { uploadId });
  return imported;
}
