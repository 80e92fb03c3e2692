import { describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import type { Mail } from "@/lib/mail/send-mail";
import { useDatabase } from "@/lib/testing/database";
import { approve, cut, reviewScene, write } from "@/lib/testing/review";
import { mailInboxes } from "./mail-inboxes";

useDatabase();

describe("mail about what waits", () => {
  it("comes once for something new, to those for whom it waits, at proven addresses", async () => {
    const scene = await reviewScene();
    const { editor, reviewers } = scene;
    await write(scene, editor, { honest: "Be honest." });
    const made = await cut(scene, "1.0.0");
    const mails: Mail[] = [];
    const look = () =>
      mailInboxes({
        send: async (mail) => void mails.push(mail),
        origin: "https://specs.example.org",
      });
    expect(await look(), "nobody proved an address").toBe(0);
    const proven = [reviewers[0].id, reviewers[1].id, editor.id];
    await db().user.updateMany({
      where: { id: { in: proven } },
      data: { emailVerified: new Date() },
    });
    expect(await look()).toBe(2);
    expect(mails[0]?.text).toContain("2 changes wait for your approval");
    expect(mails[0]?.text).toContain(`/w/${scene.slug}/releases/1`);
    expect(await look(), "the same is not told twice").toBe(0);
    await db().inboxMail.updateMany({ data: { sentAt: new Date(Date.now() - 25 * 3_600_000) } });
    await approve(reviewers[0], made);
    mails.length = 0;
    expect(await look(), "a day later, to who still has something to do").toBe(1);
    const { email } = await db().user.findUniqueOrThrow({ where: { id: reviewers[1].id } });
    expect(mails.map(({ to }) => to)).toEqual([email]);
  });
});
