import { expect, it } from "vitest";
import type * as Y from "yjs";
import { db } from "@/lib/data/db";
import { getDraftMoment, openStoredDraft } from "@/lib/data/draft-document";
import { getStoredDraft } from "@/lib/data/draft-log";
import { DraftStore } from "@/lib/data/draft-store";
import { clause, spec } from "@/lib/spec/builders";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

// QUALITY F11. In half a second on a quiet machine; the limit here only catches what is out of all proportion.
const EDITS = 5_000;
const LIMIT_MS = 20_000;
const CLAUSES = 100;

const sync = useSync();

it("5,000 edits without a connection meet 5,000 of others: nothing is lost or doubled", async () => {
  const clauses = Array.from({ length: CLAUSES }, (_, n) =>
    clause(`c${n}`, `Clause ${n}`, "Say what is true."),
  );
  const { specId, author } = await newSpec(spec(...clauses));
  const away = await sync.open(author, specId);
  await away.saved();
  away.disconnect();
  await appendEdits(specId, author.id);
  for (let n = 0; n < EDITS; n += 1) away.type((n % CLAUSES) * 2 + 1, `a${n};`);

  const began = performance.now();
  away.connect();
  await away.synced();
  const client = performance.now() - began;
  await away.saved();
  const server = performance.now() - began;
  process.stdout.write(
    `F11: text of both after ${client.toFixed(0)} ms, saved after ${server.toFixed(0)} ms\n`,
  );
  expect(server).toBeLessThan(LIMIT_MS);

  const { document } = await getDraftMoment(db(), specId);
  const text = canonicalJson(document.content);
  expect(text).toBe(away.canonical());
  const words = text.match(/[ab]\d+;/g) ?? [];
  expect(words).toHaveLength(2 * EDITS);
  expect(new Set(words).size).toBe(2 * EDITS);
});

/** What others wrote meanwhile, in the log as their typing would have put it there. */
async function appendEdits(specId: string, authorId: string): Promise<void> {
  const ydoc = openStoredDraft(await getStoredDraft(db(), specId));
  const updates: Uint8Array[] = [];
  ydoc.on("update", (update: Uint8Array) => updates.push(update));
  const content = ydoc.getXmlFragment("content");
  for (let n = 0; n < EDITS; n += 1) {
    const block = content.get((n % CLAUSES) * 2 + 1) as Y.XmlElement;
    (block.get(0) as Y.XmlText).insert(0, `b${n};`);
  }
  const store = new DraftStore(process.env.DATABASE_URL ?? "");
  const edits = updates.map((update) => ({ update, authorId, touched: [] }));
  for (let n = 0; n < EDITS; n += 500) await store.append(specId, 1, edits.slice(n, n + 500));
  await store.close();
  ydoc.destroy();
}
