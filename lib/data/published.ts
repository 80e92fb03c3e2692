import type { Reader } from "./reader";
import { listReleasePeople } from "./release-people";
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
  /** Names of all who stand in the records of its releases, so that a change of one is seen. */
  people: string[];
}

export interface PublishedRelease extends ReleaseView {
  /** Why it should no longer be relied on; null for almost all. */
  withdrawal: { reason: string; at: Date } | null;
  /** Why two administrators published it against the rules; null for almost all. */
  override: { reason: string; at: Date } | null;
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
  candidateId: true,
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
  const people = await listReleasePeople(reader);
  const overrides = await listOverrides(reader);
  return specs.map(({ archivedAt, levels, formerSlugs, releases, ...spec }) => ({
    ...spec,
    formerSlugs: formerSlugs.map(({ slug }) => slug),
    people: people.get(spec.id) ?? [],
    releases: releases.map(({ candidateId, ...release }) => ({
      ...release,
      override: (candidateId && overrides.get(candidateId)) || null,
    })),
    isArchived: archivedAt !== null,
    levelMeanings: Object.fromEntries(
      levels
        .filter(({ description }) => description)
        .map((level) => [level.key, level.description]),
    ),
  }));
}

/** Publications against the rules, by the candidate. */
async function listOverrides(reader: Reader) {
  const rows = await reader.breakGlassConfirmation.findMany({
    select: { at: true, breakGlass: { select: { candidateId: true, reason: true } } },
  });
  return new Map(
    rows.map(({ at, breakGlass: { candidateId, reason } }) => [candidateId, { at, reason }]),
  );
}
