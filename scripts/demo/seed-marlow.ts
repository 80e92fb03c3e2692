import { readFile } from "node:fs/promises";
import { approveCandidate } from "@/lib/commands/review/approve-candidate";
import { assignReviewer } from "@/lib/commands/review/assign-reviewer";
import { changeDraft } from "@/lib/commands/draft/change-draft";
import { CutCandidate, cutCandidate } from "@/lib/commands/review/cut-candidate";
import { ImportSpec, importSpec } from "@/lib/commands/import/import-spec";
import { nameRevision } from "@/lib/commands/draft/name-revision";
import { RequestChanges, requestChanges } from "@/lib/commands/review/request-changes";
import {
  answerReviewThread,
  openReviewThread,
  OpenReviewThread,
} from "@/lib/commands/review/review-thread";
import { saveReviewRules } from "@/lib/commands/review/save-review-rules";
import { tickChange } from "@/lib/commands/review/tick-change";
import { getCandidate } from "@/lib/data/candidates";
import { db } from "@/lib/data/db";
import { findLatestRelease, getStoredDocument } from "@/lib/data/releases";
import { loadReview, type Review } from "@/lib/data/review";
import { transaction } from "@/lib/data/transaction";
import { passages } from "@/lib/anchor/passages";
import { unpackRelease } from "@/lib/import/run-import";
import type { SpecDocument } from "@/lib/spec/document";
import { sectionTree } from "@/lib/spec/section-tree";
import { DEFAULT_RULES } from "@/lib/workflow/review-rules";
import { commentsInJuly } from "./marlow/comments-in-july";
import { commentsInMarch } from "./marlow/comments-in-march";
import { inviteCast, type Cast } from "./people";
import type { Actor } from "@/lib/policy/actor";
import { readSample } from "./read-folder";
import { seedFeedback } from "./seed-feedback";

const MARCH = "2026-03-10";
const JULY = "2026-07-21";
/** The release that is being prepared. */
const NEXT = "2026-12-01";

/** The sections of the next version that Mei wrote; Tomas brought the rest. */
const WRITTEN_BY_MEI = ["hand_over", "people_decide", "fit_length"];

/**
 * The sample spec as its people made it: published in March, answered by readers, published again in
 * July, answered again, written on by two, and now in review with an objection.
 */
export async function seedMarlow(publisher: Actor, at: Date): Promise<Cast> {
  const specId = await firstRelease(publisher);
  const cast = await inviteCast(publisher, specId, at);
  await seedFeedback(commentsInMarch, {
    specId,
    cast,
    from: new Date("2026-03-14T09:00:00Z"),
    next: JULY,
  });
  await secondRelease(cast, specId);
  await seedFeedback(commentsInJuly, {
    specId,
    cast,
    from: new Date("2026-08-03T09:00:00Z"),
    next: NEXT,
  });
  await writeOn(cast, specId);
  await review(cast, specId, at);
  return cast;
}

async function firstRelease(publisher: Actor): Promise<string> {
  const read = await readSample(MARCH, null);
  const input = ImportSpec.parse({
    target: {
      kind: "new",
      title: "How Marlow behaves",
      slug: "marlow",
      summary:
        "What the assistant Marlow does for the people who talk with it, and what it never does.",
    },
    releases: [{ index: 0, label: MARCH, publishedAt: `${MARCH}T09:00:00Z` }],
  });
  return (await importSpec(publisher, input, read)).specId;
}

async function secondRelease({ ines }: Cast, specId: string): Promise<void> {
  const read = await readSample(JULY, await latestDocument(specId));
  const input = ImportSpec.parse({
    target: { kind: "existing", specId },
    releases: [{ index: 0, label: JULY, publishedAt: `${JULY}T09:00:00Z` }],
  });
  await importSpec(ines, input, read);
}

/** Mei writes three sections, and names the moment; Tomas takes over the rest. */
async function writeOn({ mei, tomas }: Cast, specId: string): Promise<void> {
  const read = await readSample("draft", await latestDocument(specId));
  const newest = read.at(-1);
  if (!newest) throw new Error("The draft of the sample is not there.");
  const wanted = unpackRelease(newest).document;
  await transaction((tx) =>
    changeDraft(tx, { specId, authorId: mei.id, origin: "merge" }, (document) =>
      withSectionsOf(document, wanted, WRITTEN_BY_MEI),
    ),
  );
  await nameRevision(mei, {
    specId,
    number: null,
    name: "Handing over, after the summer’s comments",
  });
  await importSpec(tomas, ImportSpec.parse({ target: { kind: "existing", specId } }), read);
}

/** The candidate, two people at different points of their review, an objection, a proposed wording. */
async function review(cast: Cast, specId: string, at: Date): Promise<void> {
  const { ines, tomas, samir, hanna } = cast;
  const rules = { ...DEFAULT_RULES, approvals: 1, byLevel: { root: 2, system: 2 } };
  await saveReviewRules(ines, { specId, rules }, at);
  const { id: candidateId, hash } = await cutCandidate(
    tomas,
    CutCandidate.parse({ specId, label: NEXT, changelog: await notes() }),
  );
  for (const { id: userId } of [samir, hanna]) await assignReviewer(tomas, { candidateId, userId });
  const loaded = await loadReview(db(), await getCandidate(db(), { id: candidateId }));
  const changes = (...ids: string[]) => ids.map((id) => changeOf(loaded, id));
  const read = changes("emergency_first", "records", "plain_words", "fit_length");
  for (const change of read) await tickChange(samir, { specId, change, viewed: true });
  await approveCandidate(
    samir,
    { candidateId, hash, changes: read, statement: "", dissent: "", diffVersion: "1" },
    at,
  );
  await requestChanges(
    hanna,
    RequestChanges.parse({
      candidateId,
      hash,
      part: partOf(loaded, "show_working").key,
      reason:
        "Raising this to User means that a person must say so to get a bare answer. For timetables and opening hours that is one question too many. Either keep it a guideline or say when the working is worth showing.",
    }),
  );
  await proposeWording(cast, loaded, candidateId);
}

async function proposeWording({ samir, mei }: Cast, { document }: Review, candidateId: string) {
  const tree = sectionTree(document.content);
  const section = tree.byId.get("helping_on_behalf");
  const first = passages(tree).find(
    (passage) =>
      passage.section === section && passage.part === "text" && passage.uid !== section?.uid,
  );
  if (!section?.uid || !first) throw new Error("The draft of the sample has no such clause.");
  const { id } = await openReviewThread(
    samir,
    OpenReviewThread.parse({
      candidateId,
      part: section.uid,
      uid: first.uid,
      quote: firstSentence(first.text),
      body: "Should this say who decides when the two disagree? The rest of the clause takes it for granted that they do not.",
    }),
  );
  await answerReviewThread(mei, {
    threadId: id,
    body: "Good point. I will add a sentence before the next candidate; the example about the two brothers was meant to show it and does not.",
  });
}

const firstSentence = (text: string) => /^.*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;

function partOf({ facts }: Review, id: string) {
  const part = facts.parts.find((one) => one.id === id);
  if (!part) throw new Error(`The section ${id} does not change in the draft of the sample.`);
  return part;
}

const changeOf = (review: Review, id: string) => partOf(review, id).change;

/** The notes of the next release, from the first sentence about it on. */
async function notes(): Promise<string> {
  const file = new URL("marlow/draft/CHANGELOG.md", import.meta.url);
  const text = await readFile(file, "utf8");
  return text.slice(text.indexOf("\n- ") + 1).trim();
}

async function latestDocument(specId: string): Promise<SpecDocument> {
  const release = await findLatestRelease(db(), specId);
  if (!release) throw new Error("The sample has no release yet.");
  return getStoredDocument(db(), release.documentHash);
}

/** A document whose named sections say what they say in another one. */
function withSectionsOf(document: SpecDocument, other: SpecDocument, ids: string[]): SpecDocument {
  const theirs = sectionTree(other.content).byId;
  const blocks = sectionTree(document.content);
  const content = [
    ...blocks.preamble,
    ...blocks.sections.flatMap((section) => {
      const next = section.id !== null && ids.includes(section.id) && theirs.get(section.id);
      const { heading, blocks: own } = next || section;
      return [heading, ...own];
    }),
  ];
  return { ...document, content };
}
