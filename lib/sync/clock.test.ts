import { afterEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/data/db";
import { clause, spec } from "@/lib/spec/builders";
import { member } from "@/lib/testing/people";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

const sync = useSync();
const aSpec = () => newSpec(spec(clause("honest", "Be honest", "Say what is true.")));

const DAY_MS = 86_400_000;
const SKEWS = {
  "10 minutes": DAY_MS / 144,
  "an hour, as in spring": DAY_MS / 24,
  "7 days": 7 * DAY_MS,
};
const skews = Object.entries(SKEWS).flatMap(([words, ms]) => [
  { clock: `${words} ahead`, ms },
  { clock: `${words} behind`, ms: -ms },
]);

/** From now on this process, server and browsers, believes that it is so much later. */
function shift(ms: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
}
afterEach(() => void vi.useRealTimers());

/** Sets, by the database's clock, when somebody's sessions run out. */
const runOut = (userId: string, interval: string) =>
  db().$executeRawUnsafe(
    `UPDATE "Session" SET "expiresAt" = now() + $1::interval WHERE "userId" = $2::uuid`,
    interval,
    userId,
  );

describe.each(skews)("a server whose clock is $clock", ({ ms }) => {
  it("lets in whose session is alive by the database's clock, and nobody else", async () => {
    const { specId } = await aSpec();
    const [alive, over] = [await member(specId, "editor"), await member(specId, "editor")];
    const [first, second] = [await sync.open(alive, specId), await sync.open(over, specId)];
    await Promise.all([first.saved(), second.saved()]);
    [first, second].forEach((editor) => editor.disconnect());
    await runOut(alive.id, "5 minutes");
    await runOut(over.id, "-5 minutes");
    shift(ms);
    first.connect();
    second.connect();
    await first.saved();
    await second.refused();
    expect(second.refusedWith).toBe(401);
  });

  it("keeps the order of what was written, and the time that the database says", async () => {
    const { specId, author } = await aSpec();
    const one = await sync.open(author, specId);
    const two = await sync.open(await member(specId, "editor"), specId);
    await Promise.all([one.saved(), two.saved()]);
    one.type(1, "First. ");
    await Promise.all([one.saved(), two.shows("First. ")]);
    shift(ms);
    two.type(1, "Second. ");
    await Promise.all([two.saved(), one.shows("Second. ")]);
    vi.useRealTimers();
    one.type(1, "Third. ");
    await Promise.all([one.saved(), two.shows("Third. Second. First. ")]);
    const rows = await db().$queryRawUnsafe<{ near: boolean; rises: boolean }[]>(
      `SELECT at BETWEEN now() - interval '5 minutes' AND now() AS near,
         at >= lag(at, 1, at) OVER (ORDER BY seq) AS rises
       FROM "DraftUpdate" WHERE "specId" = $1::uuid AND origin = 'edit' ORDER BY seq`,
      specId,
    );
    expect(rows).toEqual(Array(3).fill({ near: true, rises: true }));
  });
});
