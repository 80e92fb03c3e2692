import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { transaction } from "@/lib/data/transaction";
import type { Actor } from "@/lib/policy/actor";
import type { BlockJson } from "@/lib/spec/block-json";
import { p, section } from "@/lib/spec/builders";
import { useDatabase } from "@/lib/testing/database";
import { member } from "@/lib/testing/people";
import { approve, cut, publish, review, reviewScene, type ReviewScene } from "@/lib/testing/review";
import { hindranceOf } from "@/lib/workflow/approval-state";
import { changeDraft } from "./change-draft";
import { makeRevision, lockRevisions } from "./make-revision";
import { restoreRevision } from "./restore-revision";
import { openReviewThread } from "../review/review-thread";
import { takeUpSuggestion } from "../review/take-up-suggestion";

useDatabase();

const OLD = "Say what you know, and say how you know it.";
const OTHER = "Give people the time that they need.";
const NEWS = "When a source is missing, name the gap before you go on.";

let scene: ReviewScene;
/** A reviewer who also writes. */
let writer: Actor;
beforeEach(async () => {
  scene = await reviewScene();
  writer = await member(scene.specId, "reviewer");
  await write(scene.editor, { one: [OLD], two: [OTHER] });
  const first = await cut(scene, "1.0.0");
  await approve(scene.reviewers[0], first);
  await approve(scene.reviewers[1], first);
  await publish(scene.publisher, first);
});

/** A paragraph is another one in another section, as after cutting and pasting. */
const write = (author: Actor, sections: Record<string, string[]>) =>
  transaction((tx) =>
    changeDraft(tx, { specId: scene.specId, authorId: author.id, origin: "merge" }, (document) => ({
      ...document,
      content: Object.entries(sections).flatMap(sectionOf),
    })),
  );

function sectionOf([id, texts]: [string, string[]]): BlockJson[] {
  return section(id, id, ...texts.map((text) => p(text))).map(
    (block, index) =>
      ({
        ...block,
        attrs: {
          ...block.attrs,
          uid: index === 0 ? id : `${id} ${texts[index - 1]!.slice(0, 30)}`,
        },
      }) as BlockJson,
  );
}

/** By section: why an approval of somebody would not count in a new candidate; null when it would. */
async function hindrances(actor: Actor) {
  const { id } = await cut(scene, "1.1.0", "On one and two.");
  const { facts } = await review(id);
  return Object.fromEntries(
    facts.parts
      .filter(({ kind }) => kind === "section")
      .map((part) => [part.id, hindranceOf(actor.id, part, facts)]),
  );
}

describe("whoever wrote words does not count as their approver", () => {
  it("when an editor moves the paragraph into another section", async () => {
    await write(writer, { one: [OLD, NEWS], two: [OTHER] });
    await write(scene.editor, { one: [OLD], two: [OTHER, NEWS] });
    expect(await hindrances(writer)).toMatchObject({ two: "helped to write it" });
    expect(await hindrances(scene.reviewers[0])).toMatchObject({ two: null });
    const made = await cut(scene, "1.1.0", "On one and two.");
    await approve(writer, made).catch(() => undefined);
    const two = (await review(made.id)).approval.parts.find(({ part }) => part.id === "two");
    expect(two?.approvedBy).toEqual([]);
  });

  it("when somebody restores what another one had removed", async () => {
    await write(writer, { one: [OLD], two: [OTHER, NEWS] });
    await transaction(async (tx) => {
      await lockRevisions(tx, scene.specId);
      await makeRevision(tx, { specId: scene.specId, kind: "pause", byId: null });
    });
    const kept = await db().revision.findFirstOrThrow({
      where: { specId: scene.specId },
      orderBy: { number: "desc" },
    });
    await write(scene.editor, { one: [OLD], two: [OTHER] });
    const { headSeq } = await db().draft.findUniqueOrThrow({ where: { specId: scene.specId } });
    await restoreRevision(scene.editor, {
      specId: scene.specId,
      number: kept.number,
      section: null,
      seenSeq: String(headSeq),
    });
    expect(await hindrances(writer)).toMatchObject({ two: "helped to write it" });
  });

  it("when their suggestion was taken up and moved afterwards", async () => {
    const base = await cut(scene, "1.1.0", "On one and two.");
    const { document } = await review(base.id);
    const block = document.content.find((one) => JSON.stringify(one).includes(OTHER));
    const { id } = await openReviewThread(writer, {
      candidateId: base.id,
      part: "two",
      uid: block?.attrs.uid ?? "",
      quote: OTHER,
      body: "",
      replacement: NEWS,
    });
    const message = await db().reviewMessage.findFirstOrThrow({ where: { threadId: id } });
    await takeUpSuggestion(scene.editor, { messageId: message.id });
    await write(scene.editor, { one: [OLD, NEWS], two: ["Wait."] });
    expect(await hindrances(writer)).toMatchObject({ one: "helped to write it" });
  });

  it("but moving released words makes nobody else their author", async () => {
    await write(writer, { one: [OLD, "Wait."], two: [OTHER] });
    await write(scene.editor, { one: ["Wait."], two: [OTHER, OLD] });
    expect(await hindrances(writer)).toMatchObject({ one: "helped to write it", two: null });
  });
});
