import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getCandidate } from "@/lib/data/candidates";
import { loadReview } from "@/lib/data/review";
import { verifyAuditChain } from "@/lib/data/verify-audit";
import { useDatabase } from "@/lib/testing/database";
import { useSettings } from "@/lib/testing/settings";
import { seedDemo } from "./seed-demo";

useDatabase();
useSettings();

describe("the demo", () => {
  beforeAll(seedDemo, 120_000);

  it("has two releases, a candidate in review, and an objection to it", async () => {
    const spec = await db().spec.findUniqueOrThrow({ where: { slug: "marlow" } });
    const releases = await db().release.findMany({ where: { specId: spec.id } });
    expect(releases.map(({ label }) => label).sort()).toEqual(["2026-03-10", "2026-07-21"]);
    expect(releases.every(({ changelog }) => changelog.length > 100)).toBe(true);
    const { id } = await db().candidate.findFirstOrThrow({ where: { specId: spec.id } });
    const { approval, state } = await loadReview(db(), await getCandidate(db(), { id }));
    expect(state).toBe("changes_requested");
    expect(approval.approved).toBeGreaterThan(0);
    expect(approval.isComplete).toBe(false);
    expect(approval.objections).toBe(1);
  });

  it("has feedback in every state", async () => {
    const comments = await db().comment.groupBy({ by: ["state"] });
    expect(comments.map(({ state }) => state).sort()).toEqual(["held", "hidden", "visible"]);
    const outcomes = await db().disposition.groupBy({ by: ["outcome"] });
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      "adopted",
      "clarified",
      "deferred",
      "set_aside",
    ]);
    const open = await db().thread.count({ where: { dispositions: { none: {} } } });
    expect(open).toBeGreaterThan(2);
  });

  it("was made by commands: the log of what happened is whole", async () => {
    expect(await verifyAuditChain()).toMatchObject({ faults: [] });
  });

  it("does nothing where there are people already", async () => {
    const before = await db().auditEvent.count();
    await seedDemo();
    expect(await db().auditEvent.count()).toBe(before);
  });
});
