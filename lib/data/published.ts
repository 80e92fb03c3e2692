import type { Reader } from "./reader";
import type { ReleaseView } from "./releases";

/** A spec that has at least one release: what anybody may know of it. */
export interface PublishedSpec {
  id: string;
  slug: string;
  title: string;
  summary: string;
  isArchived: boolean;
  /** Addresses that it had before. */
  formerSlugs: string[];
  /** What the spec itself says about its levels, by key. */
  levelMeanings: Record<string, string>;
  /** Newest first, never empty. */
  releases: PublishedRelease[];
}

export interface PublishedRelease extends ReleaseView {
  /** Why it should no longer be relied on; null for almost all. */
  withdrawal: { reason: string; at: Date } | null;
  /** Numbered corrections; the text itself never changes. */
  errata: { number: number; sectionId: string | null; text: string; at: Date }[];
}

const RELEASE_FIELDS = {
  id: true,
  number: true,
  label: true,
  origin: true,
  documentHash: true,
  manifestHash: true,
  baseId: true,
  changelog: true,
  publishedAt: true,
  withdrawal: { select: { reason: true, at: true } },
  errata: {
    orderBy: { number: "asc" },
    select: { number: true, sectionId: true, text: true, at: true },
  },
} as const;

/** Every published spec with its releases, by title. Public: no leave is asked. */
export async function listPublished(reader: Reader): Promise<PublishedSpec[]> {
  const specs = await reader.spec.findMany({
    where: { releases: { some: {} } },
    orderBy: { title: "asc" },
    select: {
      id: true,
      slug: true,
      title: true,
      summary: true,
      archivedAt: true,
      levels: { select: { key: true, description: true } },
      formerSlugs: { orderBy: { slug: "asc" }, select: { slug: true } },
      releases: { orderBy: { number: "desc" }, select: RELEASE_FIELDS },
    },
  });
  return specs.map(({ archivedAt, levels, formerSlugs, ...spec }) => ({
    ...spec,
    formerSlugs: formerSlugs.map(({ slug }) => slug),
    isArchived: archivedAt !== null,
    levelMeanings: Object.fromEntries(
      levels
        .filter(({ description }) => description)
        .map((level) => [level.key, level.description]),
    ),
  }));
}
