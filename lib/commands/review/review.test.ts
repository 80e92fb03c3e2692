import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getCandidateText } from "@/lib/data/candidate-text";
import { getDraftMoment } from "@/lib/data/draft-document";
import { getReleasePlan, listUntold } from "@/lib/data/release-plan";
import { listReleases } from "@/lib/data/releases";
import { Conflict, Forbidden, IdentityNotConfirmed, NotFound } from "@/lib/errors";
import { useDatabase } from "@/lib/testing/database";
import { member, person, signedInLongAgo } from "@/lib/testing/people";
import {
  approve,
  cut,
  idleUpdate,
  publish,
  review,
  reviewScene,
  write,
  type ReviewScene,
} from "@/lib/testing/review";
import { DEFAULT_RULES } from "@/lib/workflow/review-rules";
import { assignReviewer } from "./assign-reviewer";
import { askBreakGlass, confirmBreakGlass } from "./break-glass";
import { changeRole } from "../specs/change-role";
import { addErratum, withdrawRelease } from "./correct-release";
import { cutCandidate } from "./cut-candidate";
import { markEditorial } from "./mark-editorial";
import { publishDue } from "./publish-due";
import { requestChanges } from "./request-changes";
import { retractApproval } from "./retract-approval";
import { answerReviewThread, openReviewThread, resolveReviewThread } from "./review-thread";
import { saveReviewRules } from "./save-review-rules";
import { cancelSchedule, scheduleRelease } from "./schedule-release";
import { dismissObjection, liftObjection } from "./settle-objection";
import { takeUpSuggestion } from "./take-up-suggestion";
import { tickChange } from "./tick-change";
import { withdrawCandidate } from "./withdraw-candidate";

useDatabase();

const now = () => new Date();
const stateOf = async (id: string) => (await review(id)).state;
const partStates = async (id: string) =>
  Object.fromEntries(
    (await review(id)).approval.parts.map(({ part, state }) => [part.id ?? "", state]),
  );

let scene: ReviewScene;
const fresh = async (
  clauses: Record<string, string> = { honest: "Be honest.", kind: "Be kind." },
) => {
  scene = await reviewScene();
  await write(scene, scene.editor, clauses);
  return scene;
};
const object = (candidate: { id: string; hash: string }, by = scene.reviewers[2], part = "") =>
  requestChanges(by, { candidateId: candidate.id, hash: candidate.hash, part, reason: "Unclear." });

describe("a candidate", () => {
  beforeAll(() => fresh());

  it("freezes the draft, which goes on", async () => {
    const made = await cut(scene, "1.0.0");
    await write(scene, scene.editor, { honest: "Be quite honest.", kind: "Be kind." });
    const { document, candidate, state } = await review(made.id);
    expect(JSON.stringify(document.content)).toContain("Be honest.");
    expect(JSON.stringify((await getDraftMoment(db(), scene.specId)).document)).toContain("quite");
    expect(candidate).toMatchObject({ number: 1, label: "1.0.0", base: null });
    expect(state).toBe("in_review");
    // As an action hands it on, with what else it was asked.
    const of = { specId: scene.specId, number: 1, part: "honest-0" };
    const text = { label: "1.0.0", document, baseDocument: null };
    expect(await getCandidateText(scene.reviewers[0], of)).toEqual(text);
    await expect(getCandidateText(await person(), of)).rejects.toThrow(NotFound);
  });

  it("is replaced by the next one, and nobody acts on the old one", async () => {
    const old = await cut(scene, "1.0.0");
    const made = await cut(scene, "1.0.0", "Other notes.");
    expect(await stateOf(old.id)).toBe("replaced");
    expect(made.hash).not.toBe(old.hash);
    await expect(approve(scene.reviewers[0], old)).rejects.toThrow(/newer candidate/);
  });

  it("is made by editors, of what they saw", async () => {
    const input = { specId: scene.specId, label: "1", changelog: "x", seenSeq: 1n };
    await expect(cutCandidate(scene.editor, input)).rejects.toThrow(/went on/);
    const commenter = await member(scene.specId, "commenter");
    await expect(cutCandidate(commenter, { ...input, seenSeq: null })).rejects.toThrow(Forbidden);
    await expect(cutCandidate(await person(), input)).rejects.toThrow(NotFound);
  });

  it("is withdrawn by whoever made it, or a publisher", async () => {
    const made = await cut(scene, "1.0.0");
    const input = { candidateId: made.id, reason: "Too early." };
    await expect(withdrawCandidate(scene.reviewers[0], input)).rejects.toThrow(Forbidden);
    await withdrawCandidate(scene.editor, input);
    expect(await stateOf(made.id)).toBe("withdrawn");
    await expect(approve(scene.reviewers[0], made)).rejects.toThrow(/withdrawn/);
  });
});

describe("approving", () => {
  beforeAll(() => fresh());

  it("takes two reviewers who did not write it, then a publisher publishes once", async () => {
    const made = await cut(scene, "1.0.0");
    expect(await approve(scene.reviewers[0], made)).toEqual({ approved: 3 });
    expect(await approve(scene.reviewers[0], made)).toEqual({ approved: 0 });
    expect(await stateOf(made.id)).toBe("in_review");
    await expect(publish(scene.publisher, made)).rejects.toThrow(/Approvals are missing/);
    await approve(scene.reviewers[1], made);
    expect(await stateOf(made.id)).toBe("approved");
    await expect(publish(scene.reviewers[0], made)).rejects.toThrow(Forbidden);
    const release = await publish(scene.publisher, made);
    expect(await publish(scene.publisher, made)).toEqual(release);
    expect(await listReleases(db(), scene.specId)).toHaveLength(1);
    expect(await stateOf(made.id)).toBe("published");
  });

  it("is asked again for what changed since, and only for that", async () => {
    await write(scene, scene.editor, { honest: "Be honest, always.", kind: "Be very kind." });
    const one = await cut(scene, "1.1.0", "On honest and kind.");
    await approve(scene.reviewers[0], one);
    await approve(scene.reviewers[1], one);
    await write(scene, scene.editor, { honest: "Be honest, always.", kind: "Be rather kind." });
    const two = await cut(scene, "1.1.0", "On honest and kind.");
    expect(await partStates(two.id)).toEqual({
      "": "approved",
      honest: "approved",
      kind: "needs approval again",
    });
    expect(await approve(scene.reviewers[0], two)).toEqual({ approved: 1 });
  });

  it("does not count for one's own text, nor for who made the candidate", async () => {
    const writer = await member(scene.specId, "reviewer");
    await write(scene, writer, { honest: "Be honest, mostly.", kind: "Be rather kind." });
    const made = await cut(scene, "1.2.0", "On honest and kind.");
    expect(await approve(writer, made)).toEqual({ approved: 2 });
    const { approval } = await review(made.id);
    const approvedByWriter = approval.parts
      .filter(({ approvedBy }) => approvedBy.includes(writer.id))
      .map(({ part }) => part.id);
    // They wrote about honesty; kindness is the editor's, and the whole is nobody's but who froze it.
    expect(approvedByWriter).toEqual([null, "kind"]);
    const own = await cutCandidate(scene.publisher, {
      specId: scene.specId,
      label: "1.2.1",
      changelog: "x",
      seenSeq: null,
    });
    await expect(approve(scene.publisher, own)).rejects.toThrow(/You made this candidate/);
  });

  it("names the candidate that was on the screen", async () => {
    const made = await cut(scene, "1.3.0");
    const other = { ...made, hash: "0".repeat(64) };
    await expect(approve(scene.reviewers[0], other)).rejects.toThrow(/another candidate/);
    await expect(approve(scene.reviewers[0], made, ["0".repeat(64)])).rejects.toThrow(Conflict);
  });

  it("needs the role, and a fresh proof of identity", async () => {
    const made = await cut(scene, "1.4.0");
    await expect(approve(scene.editor, made)).rejects.toThrow(Forbidden);
    await expect(approve(await person({ administrator: true }), made)).rejects.toThrow(Forbidden);
    await expect(approve(await person(), made)).rejects.toThrow(NotFound);
    await expect(approve(signedInLongAgo(scene.reviewers[0]), made)).rejects.toThrow(
      IdentityNotConfirmed,
    );
  });

  it("falls away with the role, and when it is taken back", async () => {
    const made = await cut(scene, "1.5.0", "On honest and kind.");
    await approve(scene.reviewers[0], made);
    await approve(scene.reviewers[1], made);
    expect(await stateOf(made.id)).toBe("approved");
    const { specId } = scene;
    const userId = scene.reviewers[0].id;
    await changeRole(scene.publisher, { specId, userId, role: "editor" }, now());
    expect(await stateOf(made.id)).toBe("in_review");
    await expect(publish(scene.publisher, made)).rejects.toThrow(Conflict);
    await changeRole(scene.publisher, { specId, userId, role: "reviewer" }, now());
    expect(await stateOf(made.id)).toBe("approved");
    await retractApproval(scene.reviewers[1], { candidateId: made.id, reason: "" });
    expect(await stateOf(made.id)).toBe("in_review");
  });
});

describe("asking for changes", () => {
  beforeAll(() => fresh());

  it("blocks this candidate and the next until the same person lifts it", async () => {
    const one = await cut(scene, "1.0.0");
    const { id } = await object(one);
    await approve(scene.reviewers[0], one);
    await approve(scene.reviewers[1], one);
    expect(await stateOf(one.id)).toBe("changes_requested");
    const two = await cut(scene, "1.0.0", "Better notes.");
    expect(await stateOf(two.id)).toBe("changes_requested");
    await approve(scene.reviewers[0], two);
    await approve(scene.reviewers[1], two);
    await expect(publish(scene.publisher, two)).rejects.toThrow(/asks for changes/);
    await expect(
      liftObjection(scene.reviewers[0], { objectionId: id, reason: "" }),
    ).rejects.toThrow(Forbidden);
    await liftObjection(scene.reviewers[2], { objectionId: id, reason: "Thanks." });
    expect(await stateOf(two.id)).toBe("approved");
  });

  it("is dismissed by a publisher with a reason, unless they have a hand in it", async () => {
    const made = await cut(scene, "1.0.0", "Yet other notes.");
    const { id } = await object(made, scene.reviewers[2], "honest-0");
    const input = { objectionId: id, reason: "Settled with the board." };
    await expect(dismissObjection(scene.editor, input, now())).rejects.toThrow(Forbidden);
    await expect(dismissObjection(signedInLongAgo(scene.publisher), input, now())).rejects.toThrow(
      IdentityNotConfirmed,
    );
    const { specId } = scene;
    await changeRole(
      scene.publisher,
      { specId, userId: scene.editor.id, role: "publisher" },
      now(),
    );
    // The editor wrote the clause and made the candidate.
    await expect(dismissObjection(scene.editor, input, now())).rejects.toThrow(Forbidden);
    await dismissObjection(scene.publisher, input, now());
    expect(await stateOf(made.id)).toBe("in_review");
  });

  it("is for reviewers, about something that changes", async () => {
    const made = await cut(scene, "1.0.0");
    await expect(object(made, await member(scene.specId, "commenter"))).rejects.toThrow(Forbidden);
    await expect(object(made, scene.reviewers[0], "nowhere")).rejects.toThrow(Conflict);
  });
});

describe("the notes", () => {
  const planOf = async () => {
    const plan = await getReleasePlan(scene.editor, scene.specId);
    return {
      ...plan,
      sections: Object.fromEntries(plan.parts.map(({ id, key }) => [id ?? "", key])),
    };
  };

  it("tell every change of meaning, or somebody answers for it", async () => {
    await fresh();
    const first = await cut(scene, "1.0.0");
    for (const reviewer of scene.reviewers) await approve(reviewer, first);
    await publish(scene.publisher, first);
    await write(scene, scene.editor, { honest: "Never lie.", kind: "Mind people." });
    const { drafted, headSeq, sections } = await planOf();
    const untold = (notes: string, by = scene.editor) =>
      listUntold(by, { specId: scene.specId, seenSeq: headSeq, notes });
    expect(await untold(drafted), "drafted notes tell everything").toEqual([]);
    expect(await untold("We rewrote #honest.")).toEqual([sections.kind]);
    await expect(untold("", await member(scene.specId, "commenter"))).rejects.toThrow(Forbidden);
    const made = await cut(scene, "1.1.0", "We rewrote #honest.");
    for (const reviewer of scene.reviewers) await approve(reviewer, made);
    const { unexplained, checks } = await review(made.id);
    expect(unexplained.map(({ id }) => id)).toEqual(["kind"]);
    expect(checks.find(({ id }) => id === "changelog")?.state).toBe("failed");
    await expect(publish(scene.publisher, made)).rejects.toThrow(/do not mention “kind”/);
    const mark = { candidateId: made.id, change: unexplained[0]!.change, reason: "Same sense." };
    await expect(markEditorial(scene.editor, mark)).rejects.toThrow(Forbidden);
    await markEditorial(scene.reviewers[0], mark);
    await markEditorial(scene.reviewers[1], mark);
    expect((await publish(scene.publisher, made)).label).toBe("1.1.0");
  });
});

describe("rules", () => {
  it("ask for owners and for more people, and hold at once", async () => {
    await fresh();
    const made = await cut(scene, "1.0.0");
    await approve(scene.reviewers[0], made);
    const rules = {
      ...DEFAULT_RULES,
      approvals: 1,
      owners: [
        {
          id: "g",
          name: "Owners of honesty",
          scope: { kind: "section" as const, uid: "honest-0" },
          people: [scene.reviewers[2].id],
        },
      ],
    };
    const input = { specId: scene.specId, rules };
    await expect(saveReviewRules(scene.editor, input, now())).rejects.toThrow(Forbidden);
    await saveReviewRules(scene.publisher, input, now());
    expect(await partStates(made.id)).toMatchObject({ honest: "needs approval", kind: "approved" });
    await approve(scene.reviewers[2], made);
    expect(await stateOf(made.id)).toBe("approved");
    await saveReviewRules(
      scene.publisher,
      { specId: scene.specId, rules: { ...rules, minimumHours: 24 } },
      now(),
    );
    await expect(publish(scene.publisher, made)).rejects.toThrow(/hours are left/);
  });
});

describe("publishing at a set time", () => {
  const schedule = (candidate: { id: string; hash: string }, inMs: number) =>
    scheduleRelease(
      scene.publisher,
      { candidateId: candidate.id, hash: candidate.hash, publishAt: new Date(Date.now() + inMs) },
      now(),
    );
  /** As if a time had been set that is over by now: nobody can set such a time, and no test waits. */
  const timeCame = ({ id }: { id: string }) =>
    db().publishSchedule.create({
      data: {
        candidateId: id,
        publishAt: new Date(Date.now() - 60_000),
        at: new Date(Date.now() - 120_000),
        byId: scene.publisher.id,
      },
    });

  it("publishes then, once, whoever looks at the clock", async () => {
    await fresh();
    const made = await cut(scene, "1.0.0");
    await expect(schedule(made, 60_000)).rejects.toThrow(/Approvals are missing/);
    await approve(scene.reviewers[0], made);
    await approve(scene.reviewers[1], made);
    await expect(schedule(made, -1_000)).rejects.toThrow(/This time is over/);
    await schedule(made, 60_000);
    expect(await stateOf(made.id)).toBe("scheduled");
    expect(await publishDue()).toEqual([]);
    await timeCame(made);
    const outcomes = await Promise.all([publishDue(), publishDue(), publishDue()]);
    expect(outcomes.flat().filter(({ obstacle }) => obstacle === null)).toHaveLength(1);
    expect(await listReleases(db(), scene.specId)).toHaveLength(1);
  });

  it("publishes nothing when something came between, and says what", async () => {
    await fresh();
    const made = await cut(scene, "1.0.0");
    await approve(scene.reviewers[0], made);
    await approve(scene.reviewers[1], made);
    await object(made);
    await timeCame(made);
    const [outcome] = await publishDue();
    expect(outcome?.obstacle).toMatch(/asks for changes/);
    expect(await listReleases(db(), scene.specId)).toEqual([]);
    expect(await publishDue()).toEqual([]);
  });

  it("is taken back by a publisher", async () => {
    await fresh();
    const made = await cut(scene, "1.0.0");
    await approve(scene.reviewers[0], made);
    await approve(scene.reviewers[1], made);
    await schedule(made, 60_000);
    await expect(cancelSchedule(scene.reviewers[0], { candidateId: made.id })).rejects.toThrow(
      Forbidden,
    );
    await cancelSchedule(scene.publisher, { candidateId: made.id });
    expect(await stateOf(made.id)).toBe("approved");
  });
});

describe("publishing against the rules", () => {
  it("takes two administrators, and is labelled for ever", async () => {
    await fresh();
    const made = await cut(scene, "1.0.0");
    const [one, two] = [
      await person({ administrator: true }),
      await person({ administrator: true }),
    ];
    const ask = { candidateId: made.id, hash: made.hash, reason: "A harmful instruction is out." };
    await expect(askBreakGlass(scene.publisher, ask, now())).rejects.toThrow(Forbidden);
    const { id } = await askBreakGlass(one, ask, now());
    const confirm = { breakGlassId: id, hash: made.hash };
    await expect(confirmBreakGlass(one, confirm, now())).rejects.toThrow(/asked for yourself/);
    await expect(confirmBreakGlass(scene.publisher, confirm, now())).rejects.toThrow(Forbidden);
    const release = await confirmBreakGlass(two, confirm, now());
    expect(await confirmBreakGlass(two, confirm, now())).toEqual(release);
    const { unmet } = await db().breakGlassConfirmation.findUniqueOrThrow({
      where: { breakGlassId: id },
    });
    expect(JSON.stringify(unmet)).toContain("approval");
    // Even past the commands, nobody confirms what they asked for.
    const again = await db().breakGlass.create({
      data: { candidateId: made.id, askedById: one.id, reason: "x" },
    });
    await expect(
      db().breakGlassConfirmation.create({
        data: { breakGlassId: again.id, byId: one.id, unmet: [] },
      }),
    ).rejects.toThrow();
  });
});

describe("after publication", () => {
  it("errata are numbered, a withdrawal is added, the release stays as it is", async () => {
    await fresh();
    const made = await cut(scene, "1.0.0");
    await approve(scene.reviewers[0], made);
    await approve(scene.reviewers[1], made);
    const { id: releaseId } = await publish(scene.publisher, made);
    const erratum = { releaseId, sectionId: null, text: "Read “kind” as “fair”." };
    await expect(addErratum(scene.reviewers[0], erratum, now())).rejects.toThrow(Forbidden);
    expect(await addErratum(scene.publisher, erratum, now())).toEqual({ number: 1 });
    expect(await addErratum(scene.publisher, erratum, now())).toEqual({ number: 2 });
    const nowhere = { ...erratum, sectionId: "nowhere" };
    await expect(addErratum(scene.publisher, nowhere, now())).rejects.toThrow(/has the id nowhere/);
    await addErratum(scene.publisher, { ...erratum, sectionId: "#kind" }, now());
    const added = await db().releaseErratum.findMany({
      where: { releaseId },
      orderBy: { number: "asc" },
    });
    expect(added.map(({ sectionId }) => sectionId)).toEqual([null, null, "kind"]);
    const reason = "Replaced because of a mistake.";
    await expect(withdrawRelease(scene.editor, { releaseId, reason }, now())).rejects.toThrow(
      Forbidden,
    );
    await withdrawRelease(scene.publisher, { releaseId, reason }, now());
    expect(await listReleases(db(), scene.specId)).toHaveLength(1);
  });
});

describe("in a review", () => {
  beforeAll(() => fresh());

  it("people comment, propose wordings, and an editor takes one up", async () => {
    const made = await cut(scene, "1.0.0");
    const about = { candidateId: made.id, part: "honest-0", uid: "honest-1", quote: "Be honest." };
    const stranger = await person();
    const open = { ...about, body: "Stronger?", replacement: "Never deceive." };
    await expect(openReviewThread(stranger, open)).rejects.toThrow(NotFound);
    const { id } = await openReviewThread(scene.reviewers[0], open);
    await answerReviewThread(scene.editor, { threadId: id, body: "Good." });
    const message = await db().reviewMessage.findFirstOrThrow({
      where: { threadId: id, kind: "suggestion" },
    });
    const take = { messageId: message.id };
    const commenter = await member(scene.specId, "commenter");
    await expect(takeUpSuggestion(commenter, take)).rejects.toThrow(Forbidden);
    await takeUpSuggestion(scene.editor, take);
    await takeUpSuggestion(scene.editor, take);
    const { document } = await getDraftMoment(db(), scene.specId);
    expect(JSON.stringify(document)).toContain("Never deceive.");
    await resolveReviewThread(scene.editor, { threadId: id, resolved: true });
    // Whoever proposed it helped to write it.
    const next = await cut(scene, "1.0.0", "All of it, better.");
    await approve(scene.reviewers[0], next);
    const honest = (await review(next.id)).approval.parts.find(({ part }) => part.id === "honest");
    expect(honest?.approvedBy).not.toContain(scene.reviewers[0].id);
  });

  it("a wording for words that are gone is refused", async () => {
    const made = await cut(scene, "1.0.0");
    const { id } = await openReviewThread(scene.reviewers[0], {
      candidateId: made.id,
      part: "honest-0",
      uid: "honest-1",
      quote: "Not there.",
      body: "",
      replacement: "x",
    });
    const message = await db().reviewMessage.findFirstOrThrow({ where: { threadId: id } });
    await expect(takeUpSuggestion(scene.editor, { messageId: message.id })).rejects.toThrow(
      /something else/,
    );
  });

  it("reviewers are asked, and tick what they saw", async () => {
    const made = await cut(scene, "1.0.0");
    const asked = { candidateId: made.id, userId: scene.reviewers[0].id };
    await expect(assignReviewer(await member(scene.specId, "commenter"), asked)).rejects.toThrow(
      Forbidden,
    );
    await expect(
      assignReviewer(scene.editor, { ...asked, userId: scene.editor.id }),
    ).rejects.toThrow(/no reviewer/);
    await assignReviewer(scene.editor, asked);
    await assignReviewer(scene.editor, asked);
    const next = await cut(scene, "1.0.0", "More.");
    expect(
      await db().reviewAssignment.count({ where: { candidateId: next.id } }),
      "who was asked is asked again",
    ).toBe(1);
    const [part] = (await review(next.id)).facts.parts;
    const tick = { specId: scene.specId, change: part!.change, viewed: true };
    await tickChange(scene.reviewers[0], tick);
    await tickChange(scene.reviewers[0], tick);
    expect(await db().sectionView.count({ where: { specId: scene.specId } })).toBe(1);
    await tickChange(scene.reviewers[0], { ...tick, viewed: false });
    await expect(tickChange(await member(scene.specId, "reader"), tick)).rejects.toThrow(Forbidden);
  });
});

describe("the database itself", () => {
  it("refuses an approval of another hash", async () => {
    await fresh();
    const made = await cut(scene, "1.0.0");
    await expect(
      db().approval.create({
        data: {
          candidateId: made.id,
          candidateHash: "0".repeat(64),
          reviewerId: scene.reviewers[0].id,
          role: "reviewer",
          covers: [],
          diffVersion: "test",
        },
      }),
    ).rejects.toThrow();
  });

  it("ends a candidate once", async () => {
    const made = await cut(scene, "1.0.1");
    const end = { candidateId: made.id, kind: "withdrawn" as const };
    await db().candidateClosure.create({ data: end });
    await expect(db().candidateClosure.create({ data: end })).rejects.toThrow();
  });

  it("goes on with a draft that nobody waits for", async () => {
    expect(await idleUpdate(scene, scene.editor)).toBeGreaterThan(1n);
  });
});
