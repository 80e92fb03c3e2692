import { NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import type { BlockJson } from "@/lib/spec/block-json";
import { documentParts } from "@/lib/spec/document-parts";
import type { AuthorityLevel } from "@/lib/spec/levels";
import { db } from "./db";
import { levelsOfSpec } from "./draft-document";
import { getStoredDocument, listReleases } from "./releases";
import { getSectionPart } from "./revision-documents";
import { namesOf, type PersonName } from "./revisions";
import { requireSpec } from "./standing";

/** The wording of a section from one revision until the next that changed it. */
export interface ClauseVersionView {
  number: number;
  at: Date;
  fate: "added" | "edited" | "moved" | "removed";
  title: string;
  authority: string | null;
  /** The section without its subsections; null where it was removed. */
  partId: number | null;
  contributors: PersonName[];
}

export interface ClauseHistoryView {
  uid: string;
  sectionId: string | null;
  title: string;
  levels: AuthorityLevel[];
  /** Oldest first. */
  versions: ClauseVersionView[];
}

/**
 * Every wording that a section had in the draft.
 *
 * @param name Its id, today's or an earlier one, or its uid.
 * @throws NotFound
 */
export async function getClauseHistory(
  actor: Actor,
  specId: string,
  name: string,
): Promise<ClauseHistoryView> {
  await requireSpec(db(), actor, { id: specId });
  const known = await db().revisionSection.findFirst({
    where: { specId, OR: [{ sectionId: name }, { uid: name }] },
    orderBy: { revision: { number: "desc" } },
    select: { uid: true },
  });
  if (!known) throw new NotFound("such section in the history");
  const rows = await db().revisionSection.findMany({
    where: { specId, uid: known.uid },
    orderBy: { revision: { number: "asc" } },
    select: {
      fate: true,
      title: true,
      authority: true,
      sectionId: true,
      partId: true,
      revision: {
        select: {
          number: true,
          at: true,
          contributors: { where: { touched: { has: known.uid } }, select: { userId: true } },
        },
      },
    },
  });
  const people = rows.flatMap(({ revision }) => revision.contributors.map(({ userId }) => userId));
  const names = await namesOf(people);
  const newest = rows.findLast(({ partId }) => partId !== null) ?? rows.at(-1)!;
  return {
    uid: known.uid,
    sectionId: newest.sectionId,
    title: newest.title,
    levels: await levelsOfSpec(db(), specId),
    versions: rows.map(({ revision: { number, at, contributors }, fate, title, ...row }) => ({
      number,
      at,
      fate,
      title,
      authority: row.authority,
      partId: row.partId,
      contributors: contributors.map(({ userId }) => ({
        id: userId,
        name: names.get(userId) ?? "Somebody",
      })),
    })),
  };
}

export interface ReleasedWordingView {
  label: string;
  publishedAt: Date;
  authority: string | null;
  blocks: BlockJson[];
}

/** The wording that a section had in each release that has it, oldest first. */
export async function listReleasedWordings(
  specId: string,
  { uid, sectionId }: Pick<ClauseHistoryView, "uid" | "sectionId">,
): Promise<ReleasedWordingView[]> {
  const releases = await listReleases(db(), specId);
  const found = await Promise.all(
    releases.toReversed().map(async ({ label, publishedAt, documentHash }) => {
      const { sections } = documentParts(await getStoredDocument(db(), documentHash));
      const blocks = sections.find(([first]) => isSection(first, uid, sectionId));
      const heading = blocks?.[0]?.type === "heading" ? blocks[0] : null;
      if (!blocks || !heading) return [];
      const { authority } = heading.attrs;
      return [{ label, publishedAt, authority, blocks }];
    }),
  );
  return found.flat();
}

/** The wording of one version. */
export function getWording(partId: number): Promise<BlockJson[]> {
  return getSectionPart(db(), partId);
}

// A release taken over from elsewhere has identities of its own; its ids are what people know.
const isSection = (block: BlockJson | undefined, uid: string, id: string | null) =>
  block?.type === "heading" && (block.attrs.uid === uid || (id !== null && block.attrs.id === id));
