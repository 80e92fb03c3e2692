import { getDraftMoment, type DraftMoment } from "@/lib/data/draft-document";
import { lockWord } from "@/lib/data/lock-word";
import { getEarlierDocument, type RevisionManifest } from "@/lib/data/revision-documents";
import type { Transaction } from "@/lib/data/transaction";
import { documentHash as hashOf, type SpecDocument } from "@/lib/spec/document";
import { documentParts } from "@/lib/spec/document-parts";
import { revisedSections, type SectionDifference, type RevisedSection } from "./revision-changes";
import { firstSentence, revisionSentence } from "./revision-sentence";
import { storeRevisionParts } from "./store-revision-parts";

export type RevisionKind = "start" | "pause" | "named" | "restore" | "import" | "candidate";

export interface MakeRevision {
  specId: string;
  /** Why it is made. The first one of a spec is always a "start". */
  kind: Exclude<RevisionKind, "start">;
  /** Who asks for it; null when it makes itself. */
  byId: string | null;
  /** The draft as the caller, who has locked it, has read it already. */
  moment?: DraftMoment;
}

export interface MadeRevision {
  id: string;
  number: number;
  documentHash: string;
  /** The newest update of the draft that was looked at. */
  seq: bigint;
  /** False when the newest revision says all of it already. */
  isNew: boolean;
}

/**
 * Keeps the draft as it is at this moment, unless the newest revision says the same already. The caller
 * has asked `lib/policy`. Safe to call from several processes at once, and again.
 *
 * @returns The revision that holds the text of this moment; null while nothing was ever written.
 */
export async function makeRevision(
  tx: Transaction,
  { specId, kind, byId, moment }: MakeRevision,
): Promise<MadeRevision | null> {
  await lockRevisions(tx, specId);
  const draft = moment ?? (await getDraftMoment(tx, specId));
  const { document, epoch, headSeq: seq } = draft;
  const previous = await findNewest(tx, specId);
  const documentHash = await hashOf(document);
  const isEmpty = !previous && document.content.length === 0;
  if (isEmpty || previous?.documentHash === documentHash) {
    await noteLookedAt(tx, specId, seq);
    return previous ? { ...previous, seq, isNew: false } : null;
  }
  const manifest = await storeRevisionParts(tx, specId, document);
  const contributors = await listContributors(tx, specId, previous?.seq ?? 0n, seq);
  const number = (previous?.number ?? 0) + 1;
  const why: RevisionKind = previous ? kind : "start";
  const sections = sectionsOf(document, manifest);
  const occasion = { document, manifest, sections, previous, kind: why, contributors };
  const { changes, ...told } = await tell(tx, specId, occasion);
  const { id } = await tx.revision.create({
    data: {
      specId,
      number,
      seq,
      epoch,
      kind: why,
      createdById: byId,
      documentHash,
      ...manifest,
      ...told,
      contributors: { create: contributors },
      sectionChanges: { create: changes.map((change) => ({ ...change, specId })) },
    },
    select: { id: true },
  });
  await noteLookedAt(tx, specId, seq);
  return { id, number, documentHash, seq, isNew: true };
}

/**
 * Lets one transaction at a time make revisions of a spec. Who also locks the draft takes this lock
 * first, so that no two wait for each other.
 */
export function lockRevisions(tx: Transaction, specId: string): Promise<void> {
  return lockWord(tx, `revision:${specId}`);
}

/** Comes last: it locks the draft, and people are typing. */
async function noteLookedAt(tx: Transaction, specId: string, seq: bigint): Promise<void> {
  await tx.draft.update({ where: { specId }, data: { revisedSeq: seq } });
}

type Newest = NonNullable<Awaited<ReturnType<typeof findNewest>>>;

function findNewest(tx: Transaction, specId: string) {
  return tx.revision.findFirst({
    where: { specId },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      seq: true,
      at: true,
      kind: true,
      documentHash: true,
      head: true,
      sections: true,
      prompts: true,
      runBase: true,
      contributors: { select: { userId: true } },
      names: { select: { id: true }, take: 1 },
    },
  });
}

interface Contributor {
  userId: string;
  updates: number;
  touched: string[];
}

/** Who wrote between two updates of the log, from the connection that brought each. */
function listContributors(
  tx: Transaction,
  specId: string,
  after: bigint,
  upTo: bigint,
): Promise<Contributor[]> {
  return tx.$queryRaw<Contributor[]>`
    SELECT "authorId" AS "userId", count(DISTINCT seq)::int AS updates,
      coalesce(array_agg(DISTINCT section) FILTER (WHERE section IS NOT NULL), '{}') AS touched
    FROM "DraftUpdate" LEFT JOIN LATERAL unnest(touched) AS section ON true
    WHERE "specId" = ${specId}::uuid AND seq > ${after} AND seq <= ${upTo}
      AND "authorId" IS NOT NULL
    GROUP BY "authorId"`;
}

interface Occasion {
  document: SpecDocument;
  manifest: RevisionManifest;
  sections: RevisedSection[];
  previous: Newest | null;
  kind: RevisionKind;
  contributors: readonly Contributor[];
}

interface Told {
  summary: string;
  runBase: number;
  runSummary: string;
  changes: SectionDifference[];
}

async function tell(
  tx: Transaction,
  specId: string,
  { sections, previous, kind, contributors, document, manifest }: Occasion,
): Promise<Told> {
  if (!previous) {
    const summary = firstSentence(document);
    return { summary, runBase: 0, runSummary: summary, changes: revisedSections([], sections) };
  }
  const now = { document, manifest };
  const earlier = await getEarlierDocument(tx, previous, now);
  const changes = revisedSections(sectionsOf(earlier, previous), sections);
  const summary = revisionSentence(earlier, document);
  const ownRun = { summary, runBase: previous.number, runSummary: summary, changes };
  if (!(await continuesRun(tx, previous, kind, contributors))) return ownRun;
  const { runBase } = previous;
  if (runBase === previous.number) return { ...ownRun, runBase };
  const base = await tx.revision.findUniqueOrThrow({
    where: { specId_number: { specId, number: runBase } },
    select: { head: true, sections: true, prompts: true },
  });
  const start = await getEarlierDocument(tx, base, now);
  return { summary, runBase, runSummary: revisionSentence(start, document), changes };
}

/** A pause of up to this long does not end a stretch of work. */
const SAME_STRETCH_MS = 60 * 60_000;

/**
 * Whether a revision goes on with the stretch of work of the one before: made by pausing like it, by
 * the same people, soon after. One that somebody named ends a stretch.
 */
async function continuesRun(
  tx: Transaction,
  previous: Newest,
  kind: RevisionKind,
  contributors: readonly Contributor[],
): Promise<boolean> {
  if (kind !== "pause" || previous.kind !== "pause" || previous.names.length > 0) return false;
  const people = new Set(contributors.map(({ userId }) => userId));
  if (previous.contributors.length !== people.size) return false;
  if (!previous.contributors.every(({ userId }) => people.has(userId))) return false;
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  return Number(clock?.now) - previous.at.getTime() < SAME_STRETCH_MS;
}

function sectionsOf(document: SpecDocument, { sections }: RevisionManifest): RevisedSection[] {
  return documentParts(document).sections.map((blocks, index) => ({
    blocks,
    partId: sections[index]!,
  }));
}
