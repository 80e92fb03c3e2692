import type { Actor } from "@/lib/policy/actor";
import { NotFound } from "@/lib/errors";
import { db } from "./db";
import { requireSpec } from "./standing";

export interface RevisionView {
  number: number;
  at: Date;
  kind: "start" | "pause" | "named" | "restore" | "import" | "candidate";
  /** What somebody called it, null without a name. */
  name: string | null;
  documentHash: string;
  /** Against the revision before, and against the beginning of its stretch of work. */
  summary: string;
  runBase: number;
  runSummary: string;
  createdBy: PersonName | null;
  contributors: PersonName[];
  sections: RevisedSectionView[];
}

export interface PersonName {
  id: string;
  name: string;
}

export interface RevisedSectionView {
  /** "" for the text before the first heading. */
  uid: string;
  sectionId: string | null;
  title: string;
  authority: string | null;
  fate: "added" | "edited" | "moved" | "removed";
}

export interface RevisionFilter {
  /** Only older ones than this number. */
  before?: number;
  /** Only those that changed the section with this uid. */
  section?: string;
  /** Only those that this person wrote in. */
  person?: string;
  take: number;
}

/** Revisions of a spec, newest first. @throws NotFound when the actor may not see the spec. */
export async function listRevisions(
  actor: Actor,
  specId: string,
  { before, section, person, take }: RevisionFilter,
): Promise<RevisionView[]> {
  await requireSpec(db(), actor, { id: specId });
  const rows = await db().revision.findMany({
    where: {
      specId,
      ...(before === undefined ? {} : { number: { lt: before } }),
      ...(section === undefined ? {} : { sectionChanges: { some: { uid: section } } }),
      ...(person === undefined ? {} : { contributors: { some: { userId: person } } }),
    },
    orderBy: { number: "desc" },
    take,
    select: FIELDS,
  });
  return toViews(rows);
}

/** @throws NotFound */
export async function getRevision(
  actor: Actor,
  specId: string,
  number: number,
): Promise<RevisionView> {
  await requireSpec(db(), actor, { id: specId });
  const row = await db().revision.findUnique({
    where: { specId_number: { specId, number } },
    select: FIELDS,
  });
  if (!row) throw new NotFound("such revision");
  const [view] = await toViews([row]);
  return view!;
}

/** People who wrote in any revision of a spec, by name: for a filter. */
export async function listContributors(actor: Actor, specId: string): Promise<PersonName[]> {
  await requireSpec(db(), actor, { id: specId });
  const rows = await db().revisionContributor.findMany({
    where: { revision: { specId } },
    distinct: ["userId"],
    select: { userId: true },
  });
  const names = await namesOf(rows.map(({ userId }) => userId));
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

const FIELDS = {
  number: true,
  at: true,
  kind: true,
  documentHash: true,
  summary: true,
  runBase: true,
  runSummary: true,
  createdById: true,
  names: { orderBy: { at: "desc" }, take: 1, select: { name: true } },
  contributors: { orderBy: { updates: "desc" }, select: { userId: true } },
  sectionChanges: {
    select: { uid: true, sectionId: true, title: true, authority: true, fate: true },
  },
} as const;

interface Row extends Omit<RevisionView, "name" | "createdBy" | "contributors" | "sections"> {
  createdById: string | null;
  names: { name: string }[];
  contributors: { userId: string }[];
  sectionChanges: RevisedSectionView[];
}

async function toViews(rows: Row[]): Promise<RevisionView[]> {
  const people = rows.flatMap(({ createdById, contributors }) => [
    ...(createdById ? [createdById] : []),
    ...contributors.map(({ userId }) => userId),
  ]);
  const names = await namesOf(people);
  const person = (id: string) => ({ id, name: names.get(id) ?? "Somebody" });
  return rows.map(({ createdById, names: [named], contributors, sectionChanges, ...row }) => ({
    ...row,
    name: named?.name ?? null,
    createdBy: createdById ? person(createdById) : null,
    contributors: contributors.map(({ userId }) => person(userId)),
    sections: sectionChanges,
  }));
}

/** Names of people by id. */
export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const users = await db().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
