import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { writeSource } from "@/lib/data/draft-document";
import { publishesItself } from "@/lib/data/releases";
import { requireSpec } from "@/lib/data/standing";
import { isUniqueViolation, transaction, type Transaction } from "@/lib/data/transaction";
import { Conflict, Forbidden, Invalid } from "@/lib/errors";
import { carryIdentities } from "@/lib/import/carry-identities";
import { unpackRelease, type ImportedRelease } from "@/lib/import/run-import";
import type { Actor, SpecStanding } from "@/lib/policy/actor";
import { canImportIntoDraft, canImportNewSpec, canImportReleases } from "@/lib/policy/import";
import { changeDraft } from "../draft/change-draft";
import { beginSpec, slugTaken } from "../specs/create-spec";
import { Id, ReleaseLabel, Slug, SpecSummary, SpecTitle } from "../people/fields";
import { addMissingLevels, levelRows } from "./import-levels";
import { lockRevisions, makeRevision } from "../draft/make-revision";
import { recordRelease } from "../review/record-release";

export const ImportSpec = z.object({
  target: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("new"),
      title: SpecTitle,
      slug: Slug,
      summary: SpecSummary.default(""),
    }),
    z.object({ kind: z.literal("existing"), specId: Id }),
  ]),
  /** Versions that become published releases, by their place in what was read. Empty: the draft alone. */
  releases: z
    .array(
      z.object({
        index: z.int().min(0),
        label: ReleaseLabel,
        publishedAt: z.coerce.date("Say when it was released."),
      }),
    )
    .max(100)
    .default([]),
});
export type ImportSpec = z.infer<typeof ImportSpec>;

export interface ImportedSpec {
  specId: string;
  slug: string;
  releases: number;
  /** Keys of authority levels that the spec did not have yet. */
  newLevels: string[];
}

/** What is being written: "draft", or the label of a release. */
export type WriteProgress = (what: string) => void;

type Target = SpecStanding & { id: string; slug: string };

/** Fifty releases of the Model Spec take about ten seconds. */
const LONGEST_MS = 120_000;

/**
 * Writes what was read: a new spec, or the draft of one that exists. Versions that were published
 * elsewhere become releases with the day they had; the newest version becomes the draft. All of it
 * happens, or nothing.
 *
 * @param read What `runImport` read, oldest first.
 * @throws Forbidden, Conflict (address or label taken, dates that do not follow), Invalid
 */
export async function importSpec(
  actor: Actor,
  input: ImportSpec,
  read: readonly ImportedRelease[],
  onProgress: WriteProgress = () => undefined,
): Promise<ImportedSpec> {
  const newest = read.at(-1);
  if (!newest) throw new Invalid("There is nothing to import.");
  requireReleasesThatWereRead(input.releases, read);
  return transaction(
    async (tx) => {
      const target = await openTarget(tx, actor, input.target, newest);
      const newLevels =
        input.target.kind === "new"
          ? []
          : await addMissingLevels(tx, actor, target, newest.preview.levels);
      await writeReleases(tx, actor, target, input, read, onProgress);
      onProgress("draft");
      await writeImportedDraft(tx, actor, target, newest);
      await recordEvent(tx, {
        kind: "spec.imported",
        actorId: actor.id,
        specId: target.id,
        payload: { releases: input.releases.length },
      });
      const { id: specId, slug } = target;
      return { specId, slug, releases: input.releases.length, newLevels };
    },
    { timeoutMs: LONGEST_MS },
  ).catch((error: unknown) => {
    // Somebody took the address between our look and our write.
    throw isUniqueViolation(error) && input.target.kind === "new" ? slugTaken() : error;
  });
}

async function openTarget(
  tx: Transaction,
  actor: Actor,
  target: ImportSpec["target"],
  newest: ImportedRelease,
): Promise<Target> {
  if (target.kind === "existing") {
    const spec = await requireSpec(tx, actor, { id: target.specId });
    if (!canImportIntoDraft(actor, spec)) throw new Forbidden("change the draft of this spec");
    // The draft as it is now stays to be found, before anything of it changes.
    await lockRevisions(tx, spec.id);
    await makeRevision(tx, { specId: spec.id, kind: "pause", byId: null });
    return spec;
  }
  if (!canImportNewSpec(actor)) {
    throw new Forbidden("create specs", "Ask an administrator to let you.");
  }
  // Empty at first: the text comes as a change of its importer, who then counts as its author.
  const levels = levelRows(newest.preview.levels);
  const spec = await beginSpec(tx, actor, { ...target, levels, template: "import" });
  return { ...spec, role: "publisher", isArchived: false };
}

async function writeReleases(
  tx: Transaction,
  actor: Actor,
  target: Target,
  { releases }: ImportSpec,
  read: readonly ImportedRelease[],
  onProgress: WriteProgress,
): Promise<void> {
  if (releases.length === 0) return;
  const newest = await tx.release.findFirst({
    where: { specId: target.id },
    orderBy: { number: "desc" },
    select: { publishedAt: true },
  });
  const own = await publishesItself(tx, target.id);
  if (!canImportReleases(actor, target, { publishesItself: own })) {
    throw new Forbidden(
      "take over releases into this spec",
      own
        ? "It publishes its own releases, and those go through review. Import the text into the draft instead."
        : "Ask a publisher of this spec, or import the text into the draft alone.",
    );
  }
  let previous = newest?.publishedAt ?? null;
  for (const [place, { index, label, publishedAt }] of releases.entries()) {
    if (previous && publishedAt < previous) throw notInOrder(label, place);
    previous = publishedAt;
    const release = read[index]!;
    onProgress(label);
    await recordRelease(tx, {
      ...unpackRelease(release),
      specId: target.id,
      label,
      changelog: release.preview.changelog,
      origin: "imported",
      publishedById: actor.id,
      publishedAt,
    });
  }
}

/** The newest version becomes the draft; what is known of it already keeps its identity. */
async function writeImportedDraft(
  tx: Transaction,
  actor: Actor,
  { id: specId }: Target,
  newest: ImportedRelease,
): Promise<void> {
  const { document, source } = unpackRelease(newest);
  let draftSource = source;
  await changeDraft(tx, { specId, authorId: actor.id, origin: "import" }, (now) => {
    const fresh = { document, source, notes: [], lines: new Map() };
    const { parsed } = carryIdentities(now, fresh, null);
    draftSource = parsed.source;
    return { ...parsed.document, title: parsed.document.title ?? now.title };
  });
  await tx.draft.update({ where: { specId }, data: { source: writeSource(draftSource) } });
  await makeRevision(tx, { specId, kind: "import", byId: actor.id });
}

function requireReleasesThatWereRead(
  releases: ImportSpec["releases"],
  read: readonly ImportedRelease[],
): void {
  releases.forEach(({ index, label }, place) => {
    const last = releases[place - 1];
    if (index >= read.length || (last && index <= last.index)) {
      throw new Invalid("The releases do not fit what was uploaded. Open the preview again.");
    }
    if (releases.findIndex((other) => other.label === label) < place) {
      const words = `Two releases are called ${label}. Give one of them another label.`;
      throw new Conflict(words, { [`releases.${place}.label`]: words });
    }
  });
}

function notInOrder(label: string, place: number): Conflict {
  return new Conflict(
    `Release ${label} is older than the one before it. Releases follow each other in time: correct the dates.`,
    { [`releases.${place}.publishedAt`]: "Older than the release before it." },
  );
}
