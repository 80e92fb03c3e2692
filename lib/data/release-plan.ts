import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canCutCandidate } from "@/lib/policy/review";
import type { SpecDocument } from "@/lib/spec/document";
import { changedParts, editionParts, type ChangedPart } from "@/lib/workflow/parts";
import { impactOf, proposeLabel, type Impact } from "@/lib/workflow/propose-label";
import { findOpenCandidate } from "./candidates";
import { databaseTime } from "./database-time";
import { db } from "./db";
import { getDraftMoment } from "./draft-document";
import { countLintErrors } from "./lint-rules";
import { meaningOf } from "./meaning";
import { listReleases, getStoredDocument } from "./releases";
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
  lintErrors: number;
  /** A candidate that would be replaced. */
  replaces: { number: number; label: string; changelog: string } | null;
  document: SpecDocument;
  baseDocument: SpecDocument | null;
}

/** @throws NotFound, Forbidden */
export async function getReleasePlan(actor: Actor, specId: string): Promise<ReleasePlan> {
  const spec = await requireSpec(db(), actor, { id: specId });
  if (!canCutCandidate(actor, spec)) throw new Forbidden("make a release candidate");
  const { document, headSeq } = await getDraftMoment(db(), specId);
  const releases = await listReleases(db(), specId);
  const [base] = releases;
  const baseDocument = base ? await getStoredDocument(db(), base.documentHash) : null;
  const { changes, normative } = meaningOf(baseDocument, document);
  const impact = base ? impactOf(changes) : "minor";
  const before =
    base && baseDocument ? await editionParts({ ...base, document: baseDocument }) : [];
  const after = await editionParts({ document, label: "", changelog: "" });
  const open = await findOpenCandidate(db(), specId);
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
    lintErrors: await countLintErrors(db(), specId, document),
    replaces: open && { number: open.number, label: open.label, changelog: open.changelog },
    document,
    baseDocument,
  };
}
