import { describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { clause, spec } from "@/lib/spec/builders";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

const sync = useSync();

describe("a server that is told to stop", () => {
  it("commits what came in, keeps a snapshot, sends everybody away, and takes nobody in", async () => {
    const { specId, author } = await newSpec(spec(clause("honest", "Be honest", "Say it.")));
    const one = await sync.open(author, specId);
    await one.saved();
    const release = sync.faults.hold("append");
    one.type(1, "Under way. ");
    await one.when(() => sync.faults.calls.includes("append"));
    const stopped = sync.stop();
    const late = await sync.open(author, specId);
    await late.refused();
    expect(late.refusedWith).toBe(503);
    late.disconnect();
    release();
    await one.closed(1012);
    expect(one.text()).toContain("Under way. ");
    await stopped;
    const { headSeq, document } = await getDraftMoment(db(), specId);
    expect(JSON.stringify(document)).toContain("Under way. ");
    const snapshot = await db().draftSnapshot.findFirst({
      where: { specId },
      orderBy: { seq: "desc" },
    });
    expect(snapshot?.seq).toBe(headSeq);
    await sync.start();
  });

  it("stops within its time when the database does not answer", async () => {
    const { specId, author } = await newSpec(spec(clause("honest", "Be honest", "Say it.")));
    const one = await sync.open(author, specId);
    await one.saved();
    sync.faults.break("append", "saveSnapshot");
    one.type(1, "Not saved. ");
    await one.hears("status", ({ saving }) => !saving);
    const began = performance.now();
    await sync.stop();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(one.state).not.toBe("committed");
    await sync.start();
  });
});
