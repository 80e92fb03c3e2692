import { describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import type { Mail } from "@/lib/mail/send-mail";
import { useDatabase } from "@/lib/testing/database";
import { listInbox } from "@/lib/data/inbox";
import { approve, cut, reviewScene, write, type ReviewScene } from "@/lib/testing/review";
import { useSettings } from "@/lib/testing/settings";
import { mailInboxes } from "./mail-inboxes";
import { publishDue } from "./publish-due";
import { requestChanges } from "./request-changes";

useDatabase();
useSettings();

function postman() {
  const mails: Mail[] = [];
  const send = async (mail: Mail) => void mails.push(mail);
  return { mails, look: () => mailInboxes({ send, origin: "https://specs.example.org" }) };
}

const prove = (ids: string[]) =>
  db().user.updateMany({ where: { id: { in: ids } }, data: { emailVerified: new Date() } });

const addressOf = async (id: string) =>
  (await db().user.findUniqueOrThrow({ where: { id } })).email;

/** A time for publishing comes while somebody asks for changes. */
async function missTime(scene: ReviewScene) {
  const made = await cut(scene, "1.0.0");
  await approve(scene.reviewers[0], made);
  await approve(scene.reviewers[1], made);
  const { id: candidateId, hash } = made;
  await requestChanges(scene.reviewers[2], { candidateId, hash, part: "", reason: "Unclear." });
  const publishAt = new Date(Date.now() - 60_000);
  await db().publishSchedule.create({ data: { candidateId, publishAt, byId: scene.publisher.id } });
  await publishDue();
}

describe("mail about what waits", () => {
  it("comes once for something new, to those for whom it waits, at proven addresses", async () => {
    const scene = await reviewScene();
    const { editor, reviewers } = scene;
    await write(scene, editor, { honest: "Be honest." });
    const made = await cut(scene, "1.0.0");
    const { mails, look } = postman();
    expect(await look(), "nobody proved an address").toBe(0);
    await prove([reviewers[0].id, reviewers[1].id, editor.id]);
    expect(await look()).toBe(2);
    expect(mails[0]?.text).toContain("2 changes wait for your approval");
    expect(mails[0]?.text).toContain(`/w/${scene.slug}/releases/1`);
    expect(await look(), "the same is not told twice").toBe(0);
    await db().inboxMail.updateMany({ data: { sentAt: new Date(Date.now() - 25 * 3_600_000) } });
    await approve(reviewers[0], made);
    mails.length = 0;
    expect(await look(), "a day later, to who still has something to do").toBe(1);
    expect(mails.map(({ to }) => to)).toEqual([await addressOf(reviewers[1].id)]);
    await db().user.updateMany({ data: { emailVerified: null } });
  });

  it("tells publishers that a time was missed, and so does their inbox", async () => {
    const scene = await reviewScene();
    await write(scene, scene.editor, { honest: "Be honest." });
    await prove([scene.publisher.id, scene.editor.id]);
    await missTime(scene);
    const { mails, look } = postman();
    await look();
    const told = mails.find(({ text }) => text.includes("could not be published at its time"));
    expect(told?.to).toBe(await addressOf(scene.publisher.id));
    const kinds = (await listInbox(scene.publisher)).map(({ kind }) => kind);
    expect(kinds).toContain("missed");
    expect((await listInbox(scene.editor)).map(({ kind }) => kind)).not.toContain("missed");
  });
});
