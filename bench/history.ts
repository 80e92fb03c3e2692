import * as Y from "yjs";
import { changeDraft } from "@/lib/commands/draft/change-draft";
import { CreateSpec, createSpec } from "@/lib/commands/specs/create-spec";
import { makeRevision } from "@/lib/commands/draft/make-revision";
import { closeDatabase, db } from "@/lib/data/db";
import { getDraftMoment, openStoredDraft } from "@/lib/data/draft-document";
import { getStoredDraft } from "@/lib/data/draft-log";
import { getRevisionDocument } from "@/lib/data/revision-documents";
import { listRevisions } from "@/lib/data/revisions";
import { transaction } from "@/lib/data/transaction";
import { draftParts } from "@/lib/draft/draft-parts";
import { parse } from "@/lib/markdown/parse";
import { releases } from "@/lib/markdown/testing/corpus";
import { mintUid } from "@/lib/mint-uid";
import type { Actor } from "@/lib/policy/actor";
import type { SpecDocument } from "@/lib/spec/document";
import { copyDatabase } from "@/lib/testing/copy-database";
import { person } from "@/lib/testing/people";
import { startTestCluster } from "@/lib/testing/test-cluster";
import { median } from "./median";
import { revisionRows } from "./revision-rows";
import type { BenchRow, BenchTable } from "./table";

const REVISIONS = 5_000;
const EDITS = 200_000;
/** Edits since the newest snapshot, as live editing leaves them. */
const SINCE_SNAPSHOT = 1_000;

/** Storage and reading of a long history of the real spec (QUALITY Y1). */
export async function run(): Promise<BenchTable> {
  const title = `History: ${REVISIONS} revisions and ${EDITS} edits of the Model Spec`;
  const newest = releases.at(-1);
  if (!newest) return { title, notes: ["There is no corpus: set SPEC_CORPUS."], rows: [] };
  const { document } = parse(newest.files, { mint: mintUid });
  const cluster = await startTestCluster();
  try {
    const copy = await copyDatabase(cluster);
    process.env.DATABASE_URL = copy.appUrl;
    const rows = await measure(document);
    return { title, notes: ["Clock time on a database of its own; seed of edits 7."], rows };
  } finally {
    await closeDatabase();
    await cluster.stop();
  }
}

async function measure(document: SpecDocument): Promise<BenchRow[]> {
  const author = await person({ specCreator: true });
  const input = CreateSpec.parse({ title: "History", slug: "history" });
  const { id: specId } = await createSpec(author, input);
  await transaction((tx) =>
    changeDraft(tx, { specId, authorId: author.id, origin: "import" }, (now) => ({
      ...document,
      levels: now.levels,
    })),
  );
  const opening = await openAfterManyEdits(specId, author);
  const making = await makeSome(specId, author);
  const rows = await revisionRows(specId, author.id, REVISIONS);
  return [...opening, making, ...rows, ...(await readAny(specId, author))];
}

async function openAfterManyEdits(specId: string, author: Actor): Promise<BenchRow[]> {
  const ydoc = openStoredDraft(await getStoredDraft(db(), specId));
  const random = seeded(7);
  const paragraphs = draftParts(ydoc)
    .content.toArray()
    .filter((block): block is Y.XmlElement => block instanceof Y.XmlElement)
    .map((block) => block.get(0))
    .filter((text): text is Y.XmlText => text instanceof Y.XmlText);
  let updates: Uint8Array[] = [];
  ydoc.on("update", (update: Uint8Array) => updates.push(update));
  let seq = (await db().draft.findUniqueOrThrow({ where: { specId } })).headSeq;
  let place = { text: paragraphs[0]!, at: 0 };
  for (let edit = 1; edit <= EDITS; edit += 1) {
    // People type on where they are, and now and then go elsewhere.
    if (random() < 0.02) {
      const text = paragraphs[Math.floor(random() * paragraphs.length)]!;
      place = { text, at: Math.floor(random() * (text.length + 1)) };
    }
    if (random() < 0.1 && place.at > 0) place.text.delete((place.at -= 1), 1);
    else place.text.insert(place.at++, "etaoins hrdlu"[Math.floor(random() * 13)]!);
    if (edit === EDITS - SINCE_SNAPSHOT) {
      seq = await flush(specId, author.id, seq, updates);
      updates = [];
      const state = Uint8Array.from(Y.encodeStateAsUpdateV2(ydoc));
      await db().draftSnapshot.create({ data: { specId, seq, epoch: 1, state } });
    } else if (updates.length >= 5_000) {
      seq = await flush(specId, author.id, seq, updates);
      updates = [];
    }
  }
  await flush(specId, author.id, seq, updates);
  ydoc.destroy();
  const whole = await milliseconds(7, async () => void (await getDraftMoment(db(), specId)));
  const state = await milliseconds(7, async () =>
    openStoredDraft(await getStoredDraft(db(), specId)).destroy(),
  );
  return [
    limit(`open after ${EDITS} edits, ${SINCE_SNAPSHOT} since the snapshot`, median(state), 400),
    { what: "the same, read and checked as a spec", measured: ms(median(whole)) },
  ];
}

async function flush(
  specId: string,
  authorId: string,
  seq: bigint,
  updates: readonly Uint8Array[],
): Promise<bigint> {
  await db().draftUpdate.createMany({
    data: updates.map((update, index) => ({
      specId,
      authorId,
      epoch: 1,
      seq: seq + BigInt(index + 1),
      update: Uint8Array.from(update),
      touched: [],
    })),
  });
  const headSeq = seq + BigInt(updates.length);
  await db().draft.update({ where: { specId }, data: { headSeq } });
  return headSeq;
}

async function makeSome(specId: string, author: Actor): Promise<BenchRow> {
  const keep = () => transaction((tx) => makeRevision(tx, { specId, kind: "pause", byId: null }));
  await keep();
  const times: number[] = [];
  for (let count = 0; count < 12; count += 1) {
    await transaction((tx) =>
      changeDraft(tx, { specId, authorId: author.id, origin: "import" }, (now) =>
        edited(now, count),
      ),
    );
    const start = performance.now();
    await keep();
    times.push(performance.now() - start);
  }
  return { what: "make a revision of the draft, summary included", measured: ms(median(times)) };
}

function edited(document: SpecDocument, count: number): SpecDocument {
  let left = count + 3;
  const content = document.content.map((block) => {
    if (block.type !== "paragraph" || left-- !== 0) return block;
    return { ...block, content: [{ type: "text" as const, text: `Once more, ${count}.` }] };
  });
  return { ...document, content };
}

async function readAny(specId: string, author: Actor): Promise<BenchRow[]> {
  const random = seeded(11);
  const any = await milliseconds(100, async () => {
    await getRevisionDocument(db(), specId, 1 + Math.floor(random() * REVISIONS));
  });
  const list = await milliseconds(20, async () => {
    await listRevisions(author, specId, { take: 60 });
  });
  const sorted = any.sort((a, b) => a - b);
  return [
    {
      ...limit("any revision, p95", sorted[Math.floor(any.length * 0.95)]!, 130),
      peer: `median ${ms(median(any))}`,
    },
    { what: "timeline, newest 60", measured: ms(median(list)) },
  ];
}

async function milliseconds(runs: number, work: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  await work();
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

const limit = (what: string, measured: number, most: number): BenchRow => ({
  what,
  measured: ms(measured),
  target: `≤ ${most} ms`,
  ok: measured <= most,
});

const ms = (time: number) => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;

/** Mulberry32: the same edits in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
