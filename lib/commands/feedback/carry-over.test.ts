import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CERTAIN } from "@/lib/anchor/place";
import { fold } from "@/lib/anchor/fold";
import { db } from "@/lib/data/db";
import { listUnsurePlacements } from "@/lib/data/feedback-inbox";
import { getReleaseIndex } from "@/lib/data/release-index";
import { getStoredDocument } from "@/lib/data/releases";
import { Forbidden, Invalid } from "@/lib/errors";
import { parse } from "@/lib/markdown/parse";
import { releases } from "@/lib/markdown/testing/corpus";
import { clause, counter, spec as specOf } from "@/lib/spec/builders";
import { useDatabase } from "@/lib/testing/database";
import { useSettings } from "@/lib/testing/settings";
import { member, person } from "@/lib/testing/people";
import { publishedSpec, publishRelease, twoClauses } from "@/lib/testing/published-spec";
import { decidePlacement, type DecidePlacement } from "./decide-placement";
import { OpenThread, openThread } from "./open-thread";
import { reopenThread } from "./reopen-thread";
import { settleThread } from "./settle-thread";

useDatabase();
useSettings();

let minutes = 0;
const later = () => new Date(Date.UTC(2026, 1, 1) + ++minutes * 60_000);

const ask = async (
  spec: { id: string; release: { label: string } },
  more: Partial<OpenThread> & { on: string },
) =>
  openThread(
    await member(spec.id, "commenter"),
    OpenThread.parse({
      specId: spec.id,
      release: spec.release.label,
      kind: "question",
      body: `Why? ${minutes}`,
      ...more,
    }),
    later(),
  );

const placementsOf = (threadId: string) =>
  db().threadPlacement.findMany({
    where: { threadId },
    orderBy: { release: { number: "asc" } },
    include: { release: { select: { label: true } } },
  });

describe("a release", () => {
  it("places every open thread, and leaves settled ones at theirs", async () => {
    const spec = await publishedSpec();
    const editor = await member(spec.id, "editor");
    const quote = { exact: "Say what is true.", prefix: "", suffix: "" };
    const same = await ask(spec, { on: "calm" });
    const changed = await ask(spec, { on: "honest", quote });
    const adopted = await ask(spec, { on: "honest" });
    await settleThread(
      editor,
      {
        threadId: adopted.threadId,
        outcome: "adopted",
        reason: "Yes.",
        targetLabel: null,
        revision: null,
      },
      later(),
    );
    const next = specOf(
      clause("honest", "Be honest", "Say what is right. Say so when you do not know."),
      clause("calm", "Stay calm", "Answer an angry person as you would answer a friend."),
    );
    const release = await publishRelease(spec.id, next, "2026-02-10", spec.publisher);
    expect(await placementsOf(same.threadId)).toMatchObject([
      { state: "same", sectionId: "calm", release: { label: "2026-02-10" } },
    ]);
    expect(await placementsOf(changed.threadId)).toMatchObject([
      { state: "changed", sectionId: "honest" },
    ]);
    expect(await placementsOf(adopted.threadId)).toEqual([]);
    const landed = await db().disposition.findFirstOrThrow({
      where: { threadId: adopted.threadId },
    });
    expect(landed.releaseId).toBe(release.id);
  });

  it("gets threads on an older release as well, and those that are opened again", async () => {
    const spec = await publishedSpec();
    const editor = await member(spec.id, "editor");
    const settled = await ask(spec, { on: "honest" });
    await settleThread(
      editor,
      {
        threadId: settled.threadId,
        outcome: "deferred",
        reason: "Later.",
        targetLabel: null,
        revision: null,
      },
      later(),
    );
    await publishRelease(spec.id, twoClauses(), "2026-02-10", spec.publisher);
    const late = await ask(spec, { on: "honest" });
    expect(await placementsOf(late.threadId)).toMatchObject([{ state: "same" }]);
    expect(await placementsOf(settled.threadId)).toEqual([]);
    await reopenThread(editor, { threadId: settled.threadId, reason: "Now." }, later());
    expect(await placementsOf(settled.threadId)).toMatchObject([{ state: "same" }]);
  });

  it("leaves what is uncertain to people who write the spec", async () => {
    const spec = await publishedSpec();
    const quote = { exact: "Say what is true.", prefix: "", suffix: "" };
    const { threadId } = await ask(spec, { on: "honest", quote });
    const same = await ask(spec, { on: "honest", quote });
    const next = specOf(
      clause(
        "honest",
        "Be honest",
        "Nothing of the kind stands here any longer, for good reasons.",
      ),
      clause("calm", "Stay calm", "Answer an angry person as you would answer a friend."),
    );
    const release = await publishRelease(spec.id, next, "2026-02-10", spec.publisher);
    const [placement] = await placementsOf(threadId);
    expect(placement?.confidence).toBeLessThan(CERTAIN);
    const decide: DecidePlacement = {
      threadIds: [threadId, same.threadId],
      releaseId: release.id,
      verdict: "elsewhere",
      on: "calm",
    };
    for (const role of ["reader", "commenter"] as const) {
      const actor = await member(spec.id, role);
      await expect(decidePlacement(actor, decide, later())).rejects.toThrow(Forbidden);
    }
    await expect(decidePlacement(await person(), decide, later())).rejects.toThrow(Forbidden);
    const editor = await member(spec.id, "editor");
    const nowhere = decidePlacement(editor, { ...decide, on: "nowhere" }, later());
    await expect(nowhere).rejects.toThrow(Invalid);
    // Threads that speak of the same words are one question.
    const unsure = await listUnsurePlacements(editor, spec.id);
    expect(unsure.map(({ threads }) => threads.map(({ id }) => id))).toEqual([decide.threadIds]);
    await decidePlacement(editor, decide, later());
    for (const id of decide.threadIds) {
      expect(await placementsOf(id)).toMatchObject([{ sectionId: "calm", decidedById: editor.id }]);
    }
    expect(await listUnsurePlacements(editor, spec.id)).toEqual([]);
  });
});

describe.skipIf(releases.length < 3)("the real releases, with comments on random passages", () => {
  it("lose no thread and misplace none silently", { timeout: 120_000 }, async () => {
    const documents = releases.map(({ name, files }) => ({
      label: name.slice(0, 10),
      // Other identities in each, as after an import: everything rests on words, names and places.
      document: parse(files, { mint: counter(`${name}-`) }).document,
    }));
    const [first, ...others] = documents;
    const spec = await publishedSpec(first!.document);
    const { documentHash } = await db().release.findUniqueOrThrow({
      where: { id: spec.release.id },
    });
    const index = await getReleaseIndex(db(), documentHash);
    const picks = fc.sample(
      fc.record({ passage: fc.nat(index.passages.length - 1), start: fc.nat(), length: fc.nat() }),
      { numRuns: 120, seed: 7 },
    );
    const threads: string[] = [];
    for (const { passage, start, length } of picks) {
      const { uid, text } = index.passages[passage]!;
      const from = start % Math.max(1, text.length - 20);
      const exact = text.slice(from, from + 12 + (length % 120));
      const quote = { exact, prefix: text.slice(0, from).slice(-32), suffix: "" };
      threads.push((await ask(spec, { on: uid, quote })).threadId);
    }
    const publisher = spec.publisher;
    for (const { label, document } of others) {
      await publishRelease(spec.id, document, label.replace("2025", "2026"), publisher);
    }
    const counts = new Map<string, number>();
    for (const threadId of threads) {
      const placements = await placementsOf(threadId);
      expect(placements).toHaveLength(others.length);
      const thread = await db().thread.findUniqueOrThrow({ where: { id: threadId } });
      for (const { state, confidence, quote, sectionUid, target } of placements) {
        const sure = confidence >= CERTAIN;
        const key = sure ? state : `${state}, for a person`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        if (sure && (state === "same" || state === "moved")) {
          expect(fold(quote).text.trim()).toBe(fold(thread.quote).text.trim());
        }
        if (state === "gone") expect(target).toBeNull();
        else if (sectionUid === null) expect(thread.sectionUid).toBeNull();
      }
    }
    process.stdout.write(`placed: ${JSON.stringify([...counts])}\n`);
    expect(counts.get("same")).toBeGreaterThan(60);
    expect((await getStoredDocument(db(), documentHash)).content.length).toBeGreaterThan(100);
  });
});
