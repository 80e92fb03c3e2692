import type { Actor } from "@/lib/policy/actor";
import type { Role } from "@/lib/policy/role";
import { db } from "./db";
import { requireSpec } from "./standing";

export interface SpecSummaryView {
  id: string;
  slug: string;
  title: string;
  summary: string;
  /** Null for an administrator who is no member. */
  role: Role | null;
  memberCount: number;
  /** Label of the newest release that was not withdrawn. */
  release: string | null;
  /** Label of the candidate that is in review. */
  inReview: string | null;
  createdAt: Date;
  archivedAt: Date | null;
}

export interface SpecView extends SpecSummaryView {
  isArchived: boolean;
}

const summaryFields = (actor: Actor) => ({
  id: true,
  slug: true,
  title: true,
  summary: true,
  createdAt: true,
  archivedAt: true,
  members: { where: { userId: actor.id }, select: { role: true } },
  releases: {
    where: { withdrawal: null },
    orderBy: { number: "desc" as const },
    take: 1,
    select: { label: true },
  },
  candidates: { where: { closure: null }, take: 1, select: { label: true } },
  _count: { select: { members: true } },
});

/** The specs an actor may see, living ones first, then by title. Administrators see all of them. */
export async function listSpecs(actor: Actor): Promise<SpecSummaryView[]> {
  const specs = await db().spec.findMany({
    where: visibleTo(actor),
    select: summaryFields(actor),
    orderBy: { title: "asc" },
  });
  return specs
    .map(toSummary)
    .sort((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null));
}

/** Specs whose title or address holds the words, at most ten, for the command palette. */
export async function findSpecs(actor: Actor, words: string): Promise<SpecSummaryView[]> {
  const specs = await db().spec.findMany({
    where: {
      AND: [
        visibleTo(actor),
        {
          OR: [
            { title: { contains: words, mode: "insensitive" } },
            { slug: { contains: words, mode: "insensitive" } },
          ],
        },
      ],
    },
    select: summaryFields(actor),
    orderBy: { title: "asc" },
    take: 10,
  });
  return specs.map(toSummary);
}

/** @throws NotFound when there is no such spec or the actor may not see it. */
export async function getSpec(actor: Actor, slug: string): Promise<SpecView> {
  const { id } = await requireSpec(db(), actor, { slug });
  const spec = await db().spec.findUniqueOrThrow({ where: { id }, select: summaryFields(actor) });
  return { ...toSummary(spec), isArchived: spec.archivedAt !== null };
}

/**
 * Where a spec is now that had this address before it was renamed.
 *
 * @returns Null when none had it, or the actor may not see it.
 */
export async function findMovedSpec(actor: Actor, formerSlug: string): Promise<string | null> {
  const spec = await db().spec.findFirst({
    where: { AND: [visibleTo(actor), { formerSlugs: { some: { slug: formerSlug } } }] },
    select: { slug: true },
  });
  return spec?.slug ?? null;
}

const visibleTo = (actor: Actor) =>
  actor.isAdministrator ? {} : { members: { some: { userId: actor.id } } };

function toSummary({
  members,
  releases,
  candidates,
  _count,
  ...spec
}: Omit<SpecSummaryView, "role" | "memberCount" | "release" | "inReview"> & {
  members: { role: Role }[];
  releases: { label: string }[];
  candidates: { label: string }[];
  _count: { members: number };
}): SpecSummaryView {
  return {
    ...spec,
    role: members[0]?.role ?? null,
    memberCount: _count.members,
    release: releases[0]?.label ?? null,
    inReview: candidates[0]?.label ?? null,
  };
}
