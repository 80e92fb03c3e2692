import { hash } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { hashPassword, needsRehash, verifyPassword } from "./password-hash";

describe("passwords", () => {
  it("are known by their hash, which differs each time", async () => {
    const [one, two] = await Promise.all([
      hashPassword("correct horse"),
      hashPassword("correct horse"),
    ]);
    expect(one).not.toBe(two);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(one, "correct horse")).toBe(true);
    expect(await verifyPassword(one, "correct Horse")).toBe(false);
  });

  it("are never right when there is no hash, whatever is typed", async () => {
    expect(await verifyPassword(null, "")).toBe(false);
    expect(
      await verifyPassword(
        null,
        "a password that nobody has, because the answer below is no anyway",
      ),
    ).toBe(false);
  });

  it("ask for a new hash when the cost changed", async () => {
    expect(needsRehash(await hashPassword("x"))).toBe(false);
    expect(needsRehash(await hash("x", { memoryCost: 8_192, timeCost: 2 }))).toBe(true);
    expect(needsRehash(await hash("x", { memoryCost: 19_456, timeCost: 3 }))).toBe(true);
  });

  it("take as long for an unknown account as for a wrong password", async () => {
    const stored = await hashPassword("correct horse");
    const time = async (against: string | null) => {
      const start = process.cpuUsage();
      for (let round = 0; round < 8; round += 1) await verifyPassword(against, "wrong");
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    await time(null);
    const [unknown, wrong] = [await time(null), await time(stored)];
    expect(unknown / wrong).toBeGreaterThan(0.5);
    expect(unknown / wrong).toBeLessThan(2);
  });
});
