import { z } from "zod";
import { draftChangelog } from "@/lib/diff/changelog-draft";
import type { DocumentDiff } from "@/lib/diff/document-diff";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canCutCandidate } from "@/lib/policy/review";
import type { SpecDocument } from "@/lib/spec/document";
import { mentionedKeys } from "@/lib/workflow/editorial";
import { changedParts, editionParts, type ChangedPart } from "@/lib/workflow/parts";
import { impactOf, proposeLabel, type Impact } from "@/lib/workflow/propose-label";
import { findOpenCandidate } from "./candidates";
import { databaseTime } from "./database-time";
import { db } from "./db";
import { getDraftMoment, levelsOfSpec } from "./draft-document";
import { countLintErrors } from "./lint-rules";
import { meaningOf, type Meaning } from "./meaning";
import { Recent } from "./recent";
import { findLatestRelease, getStoredDocument, listReleases, type ReleaseView } from "./releases";
import { requireSpec } from "./standing";

/** What somebody sees before they freeze the draft. */
export interface ReleasePlan {
  specId: string;
  headSeq: bigint;
  baseLabel: string | null;
  proposedLabel: string;
  impact: Impact;
  /** Parts that would have to be approved. */
  parts: ChangedPart[];
  /** Sections with a change of meaning: the notes should name them. */
  normative: ReadonlySet<string>;
  /** Notes to start from: those of the candidate that would be replaced, else drafted ones. */
  notes: string;
  /** Notes drafted from what changed. */
  drafted: string;
  /** Keys of sections with a change of meaning that `notes` do not tell. */
  untold: string[];
  lintErrors: number;
  /** A candidate that would be replaced. */
  replaces: { number: number; label: string } | null;
}

/** @throws NotFound, Forbidden */
export async function getReleasePlan(actor: Actor, specId: string): Promise<ReleasePlan> {
  await requireMayCut(actor, specId);
  const { document, headSeq } = await getDraftMoment(db(), specId);
  const releases = await listReleases(db(), specId);
  const [base] = releases;
  const baseDocument = base ? await getStoredDocument(db(), base.documentHash) : null;
  const { diff, normative } = await meaningOfDraft(specId, headSeq, base, document);
  const impact = diff ? impactOf(diff.changes) : "minor";
  const before =
    base && baseDocument ? await editionParts({ ...base, document: baseDocument }) : [];
  const after = await editionParts({ document, label: "", changelog: "" });
  const open = await findOpenCandidate(db(), specId);
  const drafted = diff ? notesOf(diff) : "The first release.";
  const notes = open?.changelog ?? drafted;
  return {
    specId,
    headSeq,
    baseLabel: base?.label ?? null,
    proposedLabel:
      open?.label ??
      proposeLabel(
        releases.map(({ label }) => label),
        impact,
        await databaseTime(db()),
      ),
    impact,
    parts: await changedParts(before, after),
    normative,
    notes,
    drafted,
    untold: diff ? untold(normative, diff, notes) : [],
    lintErrors: await countLintErrors(db(), specId, document),
    replaces: open && { number: open.number, label: open.label },
  };
}

export const CheckNotes = z.object({
  specId: z.uuid(),
  seenSeq: z.coerce.bigint(),
  notes: z.string().max(100_000),
});
export type CheckNotes = z.output<typeof CheckNotes>;

/**
 * Which changes of meaning some notes do not tell yet, while they are written.
 *
 * @param input `seenSeq` is the moment of the draft that the page showed.
 * @returns Keys of sections.
 * @throws NotFound, Forbidden
 */
export async function listUntold(actor: Actor, input: CheckNotes): Promise<string[]> {
  const { specId, seenSeq, notes } = input;
  await requireMayCut(actor, specId);
  const base = (await findLatestRelease(db(), specId)) ?? undefined;
  const { diff, normative } = await meaningOfDraft(specId, seenSeq, base);
  return diff ? untold(normative, diff, notes) : [];
}

async function requireMayCut(actor: Actor, specId: string): Promise<void> {
  const spec = await requireSpec(db(), actor, { id: specId });
  if (!canCutCandidate(actor, spec)) throw new Forbidden("make a release candidate");
}

// While somebody writes notes they are held against the same draft again and again.
const meanings = new Recent<Meaning>(4);

async function meaningOfDraft(
  specId: string,
  seq: bigint,
  base: ReleaseView | undefined,
  known?: SpecDocument,
): Promise<Meaning> {
  const levels = await levelsOfSpec(db(), specId);
  const key = `${specId} ${seq} ${base?.documentHash ?? ""} ${JSON.stringify(levels)}`;
  return meanings.take(key, async () => {
    const document = known ?? (await getDraftMoment(db(), specId)).document;
    if (!base) return meaningOf(null, document);
    return meaningOf(await getStoredDocument(db(), base.documentHash), document);
  });
}

function untold(normative: ReadonlySet<string>, diff: DocumentDiff, notes: string): string[] {
  const mentioned = mentionedKeys(diff, notes);
  return [...normative].filter((key) => !mentioned.has(key));
}

/** Drafted notes without their first heading: a release has its label above them. */
const notesOf = (diff: DocumentDiff) => draftChangelog(diff).replace(/^# .*\n+/, "");
