import { NotFound } from "@/lib/errors";
import type { ReleasePreview } from "@/lib/import/release-preview";
import type { Actor } from "@/lib/policy/actor";
import { db } from "./db";
import type { Reader } from "./reader";

/** What waits to be imported. Only who uploaded it ever sees it. */
export interface UploadView {
  id: string;
  /** Of the file or folder. */
  name: string;
  /** Null for a new spec. */
  specId: string | null;
  /** Oldest first. */
  releases: ReleasePreview[];
  expiresAt: Date;
}

const FIELDS = { id: true, name: true, specId: true, preview: true, expiresAt: true } as const;

/** @throws NotFound when there is none, it ran out, or it is somebody else's. */
export async function getUpload(
  reader: Reader,
  actor: Actor,
  id: string,
  at: Date,
): Promise<UploadView> {
  const upload = await reader.importUpload.findFirst({
    where: { id, userId: actor.id, expiresAt: { gt: at } },
    select: FIELDS,
  });
  if (!upload) throw new NotFound("such upload");
  const { preview, ...view } = upload;
  return { ...view, releases: preview as unknown as ReleasePreview[] };
}

/** The bytes of an upload. @throws NotFound */
export async function getUploadBytes(actor: Actor, id: string): Promise<Uint8Array> {
  const upload = await db().importUpload.findFirst({
    where: { id, userId: actor.id },
    select: { bytes: true },
  });
  if (!upload) throw new NotFound("such upload");
  return upload.bytes;
}
