import { beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/lib/testing/database";
import { recordEvent } from "./audit";
import { db } from "./db";
import { transaction } from "./transaction";
import { verifyAuditChain } from "./verify-audit";

useDatabase();

const append = (actorId: string | null = null) =>
  transaction((tx) => recordEvent(tx, { kind: "spec.created", actorId, payload: { n: 1, a: [] } }));

describe("the audit log", () => {
  it("has no gap and no fork when many write at once", async () => {
    await Promise.all(Array.from({ length: 40 }, () => append()));
    const report = await verifyAuditChain();
    expect(report).toMatchObject({ events: 40n, faults: [] });
  });

  it("keeps nothing of a transaction that fails, and leaves no gap behind", async () => {
    const failing = transaction(async (tx) => {
      await recordEvent(tx, { kind: "spec.created", actorId: null });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    await append();
    expect(await verifyAuditChain()).toMatchObject({ events: 41n, faults: [] });
  });

  it.each([
    ["UPDATE", `UPDATE "AuditEvent" SET kind = 'spec.renamed'`],
    ["DELETE", `DELETE FROM "AuditEvent"`],
    ["TRUNCATE", `TRUNCATE "AuditEvent"`],
  ])("refuses %s", async (_, sql) => {
    await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(/append-only/i);
  });

  it("gives the same head for the same log", async () => {
    expect((await verifyAuditChain()).head).toBe((await verifyAuditChain()).head);
  });
});

describe("verifyAuditChain", () => {
  beforeAll(async () => {
    // Somebody who owns the database can switch the guard off. The chain still tells.
    await db().$executeRawUnsafe(`ALTER TABLE "AuditEvent" DISABLE TRIGGER USER`);
  });

  const tampering: [string, string, RegExp][] = [
    ["a changed payload", `UPDATE "AuditEvent" SET payload = '{"n":2}' WHERE seq = 5`, /content/],
    [
      "a changed actor",
      `UPDATE "AuditEvent" SET "actorId" = gen_random_uuid() WHERE seq = 5`,
      /content/,
    ],
    [
      "a changed time",
      `UPDATE "AuditEvent" SET at = at - interval '1 hour' WHERE seq = 5`,
      /content/,
    ],
    ["a deleted row", `DELETE FROM "AuditEvent" WHERE seq = 5`, /missing/],
    [
      "two rows swapped",
      `UPDATE "AuditEvent" SET seq = CASE seq WHEN 5 THEN -6 ELSE -5 END WHERE seq IN (5, 6)`,
      /missing/,
    ],
  ];

  it.each(tampering)("finds %s", async (_, sql, problem) => {
    const undo = new Error("undo");
    const attempt = transaction(async (tx) => {
      await tx.$executeRawUnsafe(
        `ALTER TABLE "AuditEvent" DROP CONSTRAINT IF EXISTS "AuditEvent_seq_positive"`,
      );
      await tx.$executeRawUnsafe(sql);
      const { faults } = await verifyAuditChain(tx);
      expect(faults.map((fault) => fault.problem).join(" ")).toMatch(problem);
      throw undo;
    });
    await expect(attempt).rejects.toBe(undo);
    expect((await verifyAuditChain()).faults).toEqual([]);
  });
});
