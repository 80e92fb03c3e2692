import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { db } from "@/lib/data/db";
import { getDraftMoment, openStoredDraft } from "@/lib/data/draft-document";
import { getStoredDraft } from "@/lib/data/draft-log";
import { DRAFT_VERSION, draftVersionOf } from "@/lib/draft/draft-schema";
import { anyBlocks } from "@/lib/markdown/testing/any-document";
import { mintUid } from "@/lib/mint-uid";
import type { Actor } from "@/lib/policy/actor";
import type { BlockJson } from "@/lib/spec/block-json";
import { specDocument } from "@/lib/spec/document";
import { readBlocks } from "@/lib/spec/read-document";
import { MARKS, NODES } from "@/lib/spec/schema";
import { versionOf } from "@/lib/spec/schema-version";
import { ensureUids } from "@/lib/spec/uid";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

// QUALITY F12: a page whose program is one type older than the server, for each type there is.
const sync = useSync();

const without = <T>(types: Record<string, T>, name: string) =>
  Object.fromEntries(Object.entries(types).filter(([other]) => other !== name));

const olderPages = [
  ...Object.keys(NODES).map((name) => ({ name, schema: versionOf(without(NODES, name), MARKS) })),
  ...Object.keys(MARKS).map((name) => ({ name, schema: versionOf(NODES, without(MARKS, name)) })),
];

/** Random blocks until every type of node and mark was in them. */
function everyType(): BlockJson[] {
  const missing = new Set([...Object.keys(NODES), ...Object.keys(MARKS)]);
  const seen = (value: unknown) =>
    [...JSON.stringify(value).matchAll(/"type":"(\w+)"/g)].map(([, type = ""]) => type);
  missing.delete("doc");
  const kept: BlockJson[] = [];
  for (let seed = 1; missing.size > 0 && seed < 5_000; seed += 1) {
    for (const block of fc.sample(anyBlocks, { seed, numRuns: 1 }).flat()) {
      if (!seen(block).some((type) => missing.has(type)) || !isAllowed(block)) continue;
      seen(block).forEach((type) => missing.delete(type));
      kept.push(block);
    }
  }
  expect([...missing]).toEqual([]);
  return kept;
}

const documentOf = (blocks: BlockJson[]) =>
  specDocument({ content: readBlocks(ensureUids(structuredClone(blocks), mintUid), "$") });

/** The generator also makes what the schema refuses. */
function isAllowed(block: BlockJson): boolean {
  try {
    return Boolean(documentOf([block]));
  } catch {
    return false;
  }
}

let specId: string;
let author: Actor;
beforeAll(async () => {
  ({ specId, author } = await newSpec(documentOf(everyType())));
});

describe.each(olderPages)("a page from before there was $name", ({ schema }) => {
  it("is told to reload: it sends nothing, gets nothing, and nothing is lost", async () => {
    const before = await getDraftMoment(db(), specId);
    // What the page had on the screen when the server was updated.
    const ydoc = openStoredDraft(await getStoredDraft(db(), specId));
    const had = Y.encodeStateVector(ydoc);
    const version = draftVersionOf(schema);
    expect(version).not.toBe(DRAFT_VERSION);
    const page = await sync.open(author, specId, { ydoc, version });
    expect(await page.hears("reload")).toMatchObject({ because: "version" });
    await page.closed(4409);
    expect(page.provider.synced).toBe(false);
    expect(Y.encodeStateVector(ydoc)).toEqual(had);
    // y-prosemirror would now take out what it does not know; it stays on that page.
    ydoc.getXmlFragment("content").delete(0, 1);
    page.connect();
    await page.when(() => page.closes.length === 2);
    expect(await getDraftMoment(db(), specId)).toEqual(before);
  });
});
