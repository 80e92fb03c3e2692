import { NotFound } from "@/lib/errors";
import type { ComparedTextView } from "./compared-texts";
import { db } from "./db";
import { getStoredDocument, listReleases } from "./releases";

export interface PublishedPairView {
  spec: { slug: string; title: string };
  /** The one that was published first. */
  older: ComparedTextView;
  newer: ComparedTextView;
  /** Labels of all releases, newest first. */
  labels: string[];
}

/**
 * Two releases of a spec, for everybody. Whichever is named first, time goes forward.
 *
 * @param one, other Labels; `latest` is the newest release.
 * @throws NotFound
 */
export async function getPublishedPair(
  slug: string,
  one: string,
  other: string,
): Promise<PublishedPairView> {
  const spec = await db().spec.findUnique({
    where: { slug },
    select: { id: true, slug: true, title: true },
  });
  if (!spec) throw new NotFound("such spec");
  const releases = await listReleases(db(), spec.id);
  const find = (label: string) =>
    label === "latest" ? releases[0] : releases.find((release) => release.label === label);
  const [first, second] = [find(one), find(other)];
  if (!first || !second) throw new NotFound("such release");
  const [older, newer] = first.number <= second.number ? [first, second] : [second, first];
  const text = async ({ label, documentHash }: typeof first): Promise<ComparedTextView> => ({
    label,
    document: await getStoredDocument(db(), documentHash),
    href: `/${spec.slug}/${encodeURIComponent(label)}`,
  });
  return {
    spec: { slug: spec.slug, title: spec.title },
    older: await text(older),
    newer: await text(newer),
    labels: releases.map(({ label }) => label),
  };
}
