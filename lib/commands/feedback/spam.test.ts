import { expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { PUBLIC_VIEWER } from "@/lib/data/thread-views";
import { listThreads } from "@/lib/data/threads";
import { TooManyRequests } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { useDatabase } from "@/lib/testing/database";
import { asked, known, later, open } from "@/lib/testing/feedback-scene";
import { person } from "@/lib/testing/people";
import { publishedSpec } from "@/lib/testing/published-spec";
import { useSettings } from "@/lib/testing/settings";
import { approveComment } from "./moderate-comment";
import { openThread } from "./open-thread";
import { keepPendingComment } from "./pending-comment";
import { CommentForm } from "./post-comment";

useDatabase();
useSettings();

const NETWORKS = 12;
const EACH = 20;

it("a flood from many networks shows nothing, and keeps no honest person waiting (QUALITY H12)", async () => {
  const spec = await publishedSpec();
  const honest = await known(spec);
  const robots = await Promise.all(Array.from({ length: NETWORKS }, () => person()));
  const start = later().getTime();
  let refused = 0;
  const send = (robot: Actor, at: Date) =>
    openThread(robot, asked(spec), at).catch((error) => {
      expect(error).toBeInstanceOf(TooManyRequests);
      refused += 1;
    });
  // A minute, spread evenly: every three seconds each robot sends a comment.
  const flood = (async () => {
    for (let count = 0; count < EACH; count += 1) {
      const at = new Date(start + count * 3_000);
      await Promise.all(robots.map((robot) => send(robot, at)));
    }
  })();
  const body = "An honest question.";
  const own = await openThread(honest, asked(spec, { body }), new Date(start));
  expect(own.heldBecause).toBe("");
  await flood;
  const byRobots = { authorId: { in: robots.map(({ id }) => id) } };
  // One in half a minute for newcomers (P9): two within the minute.
  expect(await db().comment.count({ where: byRobots })).toBe(2 * NETWORKS);
  expect(refused).toBe((EACH - 2) * NETWORKS);
  expect(await db().comment.count({ where: { ...byRobots, state: { not: "held" } } })).toBe(0);
  const { threads } = await listThreads(spec.id, PUBLIC_VIEWER, { perPage: 100 });
  expect(threads.map(({ opening }) => opening.body)).toContain("An honest question.");
  expect(threads).toHaveLength(3);
});

it("nobody who says not who they are keeps more than a few comments waiting", async () => {
  const spec = await publishedSpec();
  const at = later();
  const form = CommentForm.parse({ spec: spec.slug, release: spec.release.label, on: "honest" });
  const keep = () => keepPendingComment({ form, place: "/somewhere" }, "198.51.100.7", at);
  const results = await Promise.allSettled(Array.from({ length: 30 }, keep));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  const other = { form, place: "/somewhere" };
  await expect(keepPendingComment(other, "198.51.100.8", at)).resolves.toBeTruthy();
});

it("what moderators let through does not open the gate for the same words again", async () => {
  const spec = await publishedSpec();
  const [first, second] = [await known(spec), await known(spec)];
  const body = "Vote for the clause as it is.";
  const { id } = await open(spec, await person(), { body });
  await approveComment(spec.publisher, { commentId: id }, later());
  for (const actor of [first, second]) {
    expect((await open(spec, actor, { body })).heldBecause).toContain("same words");
  }
});
