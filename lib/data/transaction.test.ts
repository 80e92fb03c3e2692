import { beforeEach, describe, expect, it } from "vitest";
import { useDatabase } from "@/lib/testing/database";
import { db } from "./db";
import { isUniqueViolation, transaction, type Transaction } from "./transaction";

useDatabase();

const A = "limit a";
const B = "limit b";

beforeEach(async () => {
  await db().rateLimit.deleteMany({});
  const expiresAt = new Date();
  await db().rateLimit.createMany({
    data: [
      { key: A, count: 0, expiresAt },
      { key: B, count: 0, expiresAt },
    ],
  });
});

const countOf = async (tx: Transaction, key: string) =>
  (await tx.rateLimit.findUniqueOrThrow({ where: { key } })).count;
const setCount = (tx: Transaction, key: string, count: number) =>
  tx.rateLimit.update({ where: { key }, data: { count } });

/** Lets every caller go on once `parties` have come; later callers pass at once. */
function meeting(parties: number): () => Promise<void> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  let arrived = 0;
  return () => {
    arrived += 1;
    if (arrived === parties) open();
    return opened;
  };
}

describe("transaction", () => {
  it("keeps all or nothing", async () => {
    const failed = transaction(async (tx) => {
      await setCount(tx, A, 7);
      throw new Error("changed my mind");
    });
    await expect(failed).rejects.toThrow("changed my mind");
    expect(await countOf(db(), A)).toBe(0);
  });

  it("runs work again that lost against another, so that no count is lost", async () => {
    let runs = 0;
    const bothRead = meeting(2);
    const add = () =>
      transaction(
        async (tx) => {
          runs += 1;
          const before = await countOf(tx, A);
          await bothRead();
          await setCount(tx, A, before + 1);
        },
        { isolation: "Serializable" },
      );
    await Promise.all([add(), add()]);
    expect(await countOf(db(), A)).toBe(2);
    expect(runs).toBe(3);
  });

  it("runs work again that met another in a deadlock", async () => {
    let runs = 0;
    const bothHold = meeting(2);
    const hold = (first: string, second: string) =>
      transaction(async (tx) => {
        runs += 1;
        await tx.rateLimit.update({ where: { key: first }, data: { count: { increment: 1 } } });
        await bothHold();
        await tx.rateLimit.update({ where: { key: second }, data: { count: { increment: 1 } } });
      });
    await Promise.all([hold(A, B), hold(B, A)]);
    expect([await countOf(db(), A), await countOf(db(), B)]).toEqual([2, 2]);
    expect(runs).toBe(3);
  });

  it("runs work again that lost inside a raw statement", async () => {
    let runs = 0;
    const bothRead = meeting(2);
    const add = () =>
      transaction(
        async (tx) => {
          runs += 1;
          await tx.$queryRaw`SELECT count FROM "RateLimit" WHERE key = ${A}`;
          await bothRead();
          await tx.$executeRaw`UPDATE "RateLimit" SET count = count + 1 WHERE key = ${A}`;
        },
        { isolation: "RepeatableRead" },
      );
    await Promise.all([add(), add()]);
    expect(await countOf(db(), A)).toBe(2);
    expect(runs).toBe(3);
  });

  it("gives up in the end, with the error of the database", async () => {
    let runs = 0;
    const hopeless = transaction(async (tx) => {
      runs += 1;
      await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`;
    });
    await expect(hopeless).rejects.toMatchObject({ code: expect.any(String) });
    expect(runs).toBe(6);
  });

  it("does not run work again that broke a rule", async () => {
    let runs = 0;
    const twice = transaction(async (tx) => {
      runs += 1;
      await tx.rateLimit.create({ data: { key: A, count: 1, expiresAt: new Date() } });
    });
    const error = await twice.catch((thrown: unknown) => thrown);
    expect(isUniqueViolation(error)).toBe(true);
    expect(runs).toBe(1);
  });
});
