import pg from "pg";
import { describe, expect, inject, it } from "vitest";
import { copyDatabase } from "@/lib/testing/copy-database";
import { useDatabase } from "@/lib/testing/database";
import { recordEvent } from "./audit";
import { closeDatabase, db } from "./db";
import { transaction } from "./transaction";
import { verifyAuditChain } from "./verify-audit";

const database = useDatabase();

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
    await expect(asOwner(database.ownerUrl, sql)).rejects.toThrow(/append-only/);
    await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(/permission denied/);
  });

  it("gives the same head for the same log", async () => {
    expect((await verifyAuditChain()).head).toBe((await verifyAuditChain()).head);
  });
});

describe("verifyAuditChain", () => {
  // Somebody who owns the database can switch the guard off. The chain still tells.
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
      `UPDATE "AuditEvent" SET seq = 1000 WHERE seq = 5;
       UPDATE "AuditEvent" SET seq = 5 WHERE seq = 6;
       UPDATE "AuditEvent" SET seq = 6 WHERE seq = 1000`,
      /build on.*content/,
    ],
    [
      "a row made up with a hash of its own",
      `UPDATE "AuditEvent" SET kind = 'spec.archived', hash = repeat('a', 64) WHERE seq = 5`,
      /content/,
    ],
  ];

  it.each(tampering)("finds %s", async (_, sql, problem) => {
    const copy = await copyDatabase({ ...inject("cluster"), template: await templateOfThisFile() });
    const before = process.env.DATABASE_URL;
    try {
      await asOwner(copy.ownerUrl, `ALTER TABLE "AuditEvent" DISABLE TRIGGER USER; ${sql}`);
      process.env.DATABASE_URL = copy.appUrl;
      const { faults } = await verifyAuditChain();
      expect(faults.map((fault) => fault.problem).join(" ")).toMatch(problem);
    } finally {
      await closeDatabase();
      process.env.DATABASE_URL = before;
      await copy.drop();
    }
  });

  it("finds the newest rows cut off when the head is known", async () => {
    const { head, events } = await verifyAuditChain();
    await append();
    const longer = await verifyAuditChain();
    expect(longer.events).toBe(events + 1n);
    expect(longer.head).not.toBe(head);
  });
});

/** A database can be copied only while nobody is connected to it. */
async function templateOfThisFile(): Promise<string> {
  await closeDatabase();
  return new URL(database.ownerUrl).pathname.slice(1);
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end();
  }
}
