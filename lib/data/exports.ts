import { NotFound } from "@/lib/errors";
import type { Exportable, ExportableRelease } from "@/lib/export/export-file";
import type { Actor } from "@/lib/policy/actor";
import { canExportDraft } from "@/lib/policy/import";
import { db } from "./db";
import { findDraftSource, getDraftMoment } from "./draft-document";
import { findReleaseSource, getRelease, getStoredDocument, listReleases } from "./releases";
import { requireSpec } from "./standing";

/** The name of the draft at the place of a label. */
export const DRAFT = "draft";

/**
 * A version of a spec to be taken along: the draft, or a release by its label.
 *
 * @throws NotFound when there is none or the actor may not see it.
 */
export async function getExportable(
  actor: Actor,
  slug: string,
  version: string,
): Promise<Exportable> {
  const spec = await requireExportable(actor, slug);
  if (version !== DRAFT) return releaseOf(spec, version);
  const { document } = await getDraftMoment(db(), spec.id);
  return { slug, label: null, document, source: await findDraftSource(db(), spec.id) };
}

/** All releases, oldest first. */
export async function listExportable(actor: Actor, slug: string): Promise<ExportableRelease[]> {
  const spec = await requireExportable(actor, slug);
  const releases = await listReleases(db(), spec.id);
  const found: ExportableRelease[] = [];
  for (const { label } of releases.reverse()) found.push(await releaseOf(spec, label));
  return found;
}

async function requireExportable(actor: Actor, slug: string) {
  const spec = await requireSpec(db(), actor, { slug });
  if (!canExportDraft(actor, spec)) throw new NotFound("spec");
  return spec;
}

async function releaseOf(
  spec: { id: string; slug: string },
  label: string,
): Promise<ExportableRelease> {
  const release = await getRelease(db(), spec.id, label);
  const { documentHash, publishedAt, changelog } = release;
  const document = await getStoredDocument(db(), documentHash);
  const source = await findReleaseSource(db(), release.id);
  return { slug: spec.slug, label, document, source, publishedAt, changelog };
}
