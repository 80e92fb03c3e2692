import { notFound } from "next/navigation";
import { db } from "@/lib/data/db";
import { getUpload, type UploadView } from "@/lib/data/uploads";
import { NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The upload of an address, for a new spec or for one; "not found" when it is another's or ran out. */
export async function openUpload(
  actor: Actor,
  id: string,
  specId: string | null,
): Promise<UploadView> {
  if (!ID.test(id)) notFound();
  const upload = await getUpload(db(), actor, id, new Date()).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  if (upload.specId !== specId) notFound();
  return upload;
}
