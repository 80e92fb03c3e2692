import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { verifyAuditChain } from "@/lib/data/verify-audit";
import { AppError } from "@/lib/errors";
import { SOAK } from "@/lib/markdown/testing/soak";
import type { Actor } from "@/lib/policy/actor";
import { useDatabase } from "@/lib/testing/database";
import { approve, cut, publish, review, reviewScene, write } from "@/lib/testing/review";
import { canBePublished } from "@/lib/workflow/checks";
import { changeRole } from "../specs/change-role";
import { cutCandidate } from "./cut-candidate";
import { publishRelease } from "./publish-release";
import { requestChanges } from "./request-changes";
import { retractApproval } from "./retract-approval";
import { liftObjection } from "./settle-objection";

useDatabase();

const SEED = Number(process.env["FC_SEED"] ?? 20_261_124);

/** Does something and tells whether it was done; being refused in words is an answer, a fault is none. */
async function attempt(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

interface Event {
  seq: bigint;
  kind: string;
  actorId: string | null;
  subjectId: string | null;
  payload: Record<string, unknown>;
}

/**
 * From the audit log alone, whose order is that of the commits: was everything in order at the moment
 * when the candidate was published?
 */
async function faultsOf(
  specId: string,
  hash: string,
  reviewers: readonly Actor[],
): Promise<string[]> {
  const events = (await db().auditEvent.findMany({
    where: { specId },
    orderBy: { seq: "asc" },
  })) as unknown as Event[];
  const published = events.filter((event) => event.kind === "candidate.published");
  if (published.length === 0) return [];
  const [moment, ...more] = published;
  const before = events.filter(({ seq }) => seq < moment!.seq);
  const kinds = (kind: string) => before.filter((event) => event.kind === kind);
  const faults: string[] = more.length > 0 ? ["published twice"] : [];
  if (moment!.payload["hash"] !== hash) faults.push("published another candidate");
  if (kinds("candidate.replaced").length > 0) faults.push("published after it was replaced");
  if (kinds("objection.raised").length > kinds("objection.lifted").length) {
    faults.push("published over an objection");
  }
  const counted = new Set(kinds("approval.given").map(({ actorId }) => actorId));
  for (const { actorId } of kinds("approval.retracted")) counted.delete(actorId);
  for (const { subjectId } of kinds("member.role_changed")) counted.delete(subjectId);
  const independent = [...counted].filter((id) => reviewers.some((one) => one.id === id));
  if (independent.length < 2) faults.push(`published with ${independent.length} approvals`);
  return faults;
}

describe("at the same moment", () => {
  it(
    "publish, approve, edit, replace, object, retract and demote: nothing stale is published",
    async () => {
      const rounds = 20 * SOAK;
      let published = 0;
      let deeds = 0;
      for (let round = 0; round < rounds; round += 1) {
        const scene = await reviewScene();
        const { specId, publisher, editor, reviewers } = scene;
        await write(scene, editor, { honest: "Be honest.", kind: "Be kind." });
        const made = await cut(scene, "1.0.0");
        const [one, two, three] = reviewers;
        await approve(one, made);
        if (round % 2 === 0) await approve(two, made);
        const { id: candidateId, hash } = made;
        const all: (() => Promise<unknown>)[] = [
          () => publish(publisher, made),
          () => publish(publisher, made),
          () => publish(publisher, made),
          () => approve(two, made),
          () => approve(three, made),
          () => write(scene, editor, { honest: "Be honest.", kind: `Be kind ${round}.` }),
          () => publish(publisher, made),
          ...[
            () => requestChanges(three, { candidateId, hash, part: "", reason: "Wait." }),
            () => retractApproval(one, { candidateId, reason: "" }),
            () =>
              changeRole(
                publisher,
                { specId, userId: two.id, role: "commenter" as const },
                new Date(),
              ),
            () => cut(scene, "1.0.0", "Other notes."),
          ].filter((_, index) => (round + index) % 4 !== 0),
        ];
        deeds += all.length;
        const turned = [...all.slice(round % all.length), ...all.slice(0, round % all.length)];
        await Promise.all(turned.map((deed) => attempt(deed())));
        expect(await faultsOf(specId, hash, reviewers), `round ${round}`).toEqual([]);
        const releases = await db().release.findMany({ where: { specId } });
        expect(releases.length).toBeLessThan(2);
        published += releases.length;
      }
      expect(deeds).toBeGreaterThanOrEqual(200);
      expect(published, "some rounds end in a release, some do not").toBeGreaterThan(0);
      expect(published).toBeLessThan(rounds);
      expect((await verifyAuditChain()).faults).toEqual([]);
    },
    180_000 * SOAK,
  );

  it("fifty clicks on publish make one release, and all get the same answer", async () => {
    const scene = await reviewScene();
    await write(scene, scene.editor, { honest: "Be honest." });
    const made = await cut(scene, "1.0.0");
    await approve(scene.reviewers[0], made);
    await approve(scene.reviewers[1], made);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => publish(scene.publisher, made)),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await db().release.count({ where: { specId: scene.specId } })).toBe(1);
  }, 60_000);

  it("two candidates are never open", async () => {
    const scene = await reviewScene();
    await write(scene, scene.editor, { honest: "Be honest." });
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => cut(scene, "1.0.0", `Notes ${index}.`)),
    );
    const { specId } = scene;
    expect(await db().candidate.count({ where: { specId, closure: null } })).toBe(1);
    expect(await db().candidate.count({ where: { specId } })).toBe(8);
  }, 60_000);
});

type Step = readonly [deed: string, who: number];
const anyStep: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom(
    "edit",
    "cut",
    "approve",
    "approve",
    "approve",
    "object",
    "lift",
    "demote",
    "promote",
    "publish",
  ),
  fc.integer({ min: 0, max: 3 }),
);

describe("in any order", () => {
  it(
    "the commands agree with the rules, and the log with both",
    async () => {
      let published = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 24 }), async (steps) => {
          const scene = await reviewScene();
          const { specId, publisher, editor, reviewers } = scene;
          const people = [...reviewers, publisher];
          let text = 0;
          await write(scene, editor, { honest: "Be honest.", kind: "Be kind." });
          let made = await cut(scene, "0.0.1", "honest and kind");
          for (const [deed, index] of steps) {
            const actor = people[index]!;
            const before = await review(made.id);
            const open = before.candidate.closure === null;
            if (deed === "edit") {
              text += 1;
              await write(scene, actor, { honest: `Be honest ${text}.`, kind: "Be kind." });
            } else if (deed === "cut") {
              const label = `0.1.${text}-${before.candidate.number}`;
              const cutter = index === 3 ? publisher : editor;
              const changelog = "honest and kind";
              made = await cutCandidate(cutter, { specId, label, changelog, seenSeq: null });
            } else if (deed === "approve") {
              const { state, approval } = before;
              const may =
                open &&
                approval.parts.some(
                  ({ couldApprove, approvedBy }) =>
                    couldApprove.includes(actor.id) || approvedBy.includes(actor.id),
                );
              expect(await attempt(approve(actor, made)), `${deed} while ${state}`).toBe(may);
            } else if (deed === "object") {
              const isReviewer = before.facts.members.some(
                ({ userId, role }) =>
                  userId === actor.id && (role === "reviewer" || role === "publisher"),
              );
              const reason = `Reason ${index}.`;
              const input = { candidateId: made.id, hash: made.hash, part: "", reason };
              expect(await attempt(requestChanges(actor, input))).toBe(open && isReviewer);
            } else if (deed === "lift") {
              const own = before.objections.find(({ byId, end }) => byId === actor.id && !end);
              if (own) {
                const lifted = await attempt(
                  liftObjection(actor, { objectionId: own.id, reason: "" }),
                );
                expect(lifted).toBe(open);
              }
            } else if (deed === "publish") {
              const may =
                before.candidate.closure?.kind === "published" ||
                (open && before.state === "approved" && canBePublished(before.checks));
              const input = { candidateId: made.id, hash: made.hash };
              const done = await attempt(publishRelease(publisher, input, new Date()));
              expect(done, `publish while ${before.state}`).toBe(may);
              if (done && open) published += 1;
            } else if (index !== 3) {
              const role = deed === "demote" ? "editor" : "reviewer";
              await changeRole(publisher, { specId, userId: actor.id, role }, new Date());
            }
          }
        }),
        { seed: SEED, numRuns: 10 * SOAK },
      );
      expect(published).toBeGreaterThan(0);
      expect((await verifyAuditChain()).faults).toEqual([]);
    },
    180_000 * SOAK,
  );
});
