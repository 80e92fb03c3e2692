import { recordEvent } from "@/lib/data/audit";
import { writeSource } from "@/lib/data/draft-document";
import type { Transaction } from "@/lib/data/transaction";
import { Conflict } from "@/lib/errors";
import type { SourceMap } from "@/lib/markdown/source-map";
import type { SpecDocument } from "@/lib/spec/document";
import { manifestHash, releaseManifest } from "@/lib/workflow/release-manifest";
import { announceRelease } from "./announce-release";
import { placeThreads } from "../feedback/place-threads";
import { storeDocument } from "../draft/store-document";

export interface NewRelease {
  specId: string;
  label: string;
  document: SpecDocument;
  changelog: string;
  origin: "published" | "imported";
  publishedById: string | null;
  publishedAt: Date;
  candidateId?: string;
  /** Hashes of the approvals that it rests on (lib/workflow/approval-hash.ts). */
  approvals?: string[];
  source?: SourceMap | null;
}

/**
 * Adds a release after the newest one of its spec. Publishing and importing history both end here; the
 * caller has checked that it may happen, and holds nothing that could be lost.
 *
 * @throws Conflict when the label is taken.
 */
export async function recordRelease(
  tx: Transaction,
  {
    specId,
    label,
    document,
    changelog,
    source = null,
    candidateId,
    approvals = [],
    ...facts
  }: NewRelease,
): Promise<{ id: string; number: number; manifestHash: string }> {
  // One release after the other: number and base must not be taken twice.
  await tx.$queryRaw`SELECT 1 AS locked FROM "Spec" WHERE id = ${specId}::uuid FOR UPDATE`;
  const base = await tx.release.findFirst({
    where: { specId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, manifestHash: true },
  });
  const taken = await tx.release.findUnique({
    where: { specId_label: { specId, label } },
    select: { id: true },
  });
  if (taken) {
    throw new Conflict(`There is a release ${label} already. Choose another label.`, {
      label: "Taken by another release.",
    });
  }
  const documentHash = await storeDocument(tx, document);
  const number = (base?.number ?? 0) + 1;
  const hash = await manifestHash(
    releaseManifest({
      spec: specId,
      number,
      label,
      document: documentHash,
      base: base?.manifestHash ?? null,
      changelog,
    }),
  );
  const release = await tx.release.create({
    data: {
      ...facts,
      specId,
      number,
      label,
      documentHash,
      manifestHash: hash,
      baseId: base?.id ?? null,
      changelog,
      candidateId: candidateId ?? null,
      source: writeSource(source),
    },
    select: { id: true },
  });
  await placeThreads(tx, { id: release.id, specId, label, document });
  await recordEvent(tx, {
    kind: facts.origin === "published" ? "release.published" : "release.imported",
    actorId: facts.publishedById,
    specId,
    payload: {
      release: release.id,
      number,
      label,
      document: documentHash,
      manifest: hash,
      approvals,
    },
  });
  await announceRelease(tx, specId);
  return { id: release.id, number, manifestHash: hash };
}
