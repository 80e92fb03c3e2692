import { describe, expect, it } from "vitest";
import { stopMailToken } from "@/lib/auth/stop-mail-token";
import { db } from "@/lib/data/db";
import { findByline } from "@/lib/data/bylines";
import { listInboxReaders } from "@/lib/data/inbox-readers";
import { getMailChoice } from "@/lib/data/own-feedback";
import { NotFound } from "@/lib/errors";
import { useDatabase } from "@/lib/testing/database";
import { person } from "@/lib/testing/people";
import { useSettings } from "@/lib/testing/settings";
import { saveByline } from "./save-byline";
import { saveMailChoice } from "./save-mail-choice";
import { stopMail } from "./stop-mail";

useDatabase();
useSettings();

describe("the mail that somebody gets", () => {
  it("is theirs to choose, and nobody else’s", async () => {
    const [actor, other] = [await person(), await person()];
    expect(await getMailChoice(actor)).toEqual({ pace: "daily", reviews: true });
    await saveMailChoice(actor, { pace: "weekly", reviews: false });
    expect(await getMailChoice(actor)).toEqual({ pace: "weekly", reviews: false });
    expect(await getMailChoice(other)).toEqual({ pace: "daily", reviews: true });
  });

  it("stops by the link in it, without signing in, and starts again", async () => {
    const actor = await person();
    const token = stopMailToken({ userId: actor.id, mail: "feedback" });
    await stopMail(token, true);
    await stopMail(token, true);
    expect(await getMailChoice(actor)).toEqual({ pace: "never", reviews: true });
    await stopMail(token, false);
    expect(await getMailChoice(actor)).toEqual({ pace: "daily", reviews: true });
  });

  it("about reviews goes to nobody who stopped it", async () => {
    const actor = await person({ administrator: true });
    await db().user.update({ where: { id: actor.id }, data: { emailVerified: new Date() } });
    const reads = async () => (await listInboxReaders()).some((one) => one.actor.id === actor.id);
    expect(await reads()).toBe(true);
    await stopMail(stopMailToken({ userId: actor.id, mail: "reviews" }), true);
    expect(await reads()).toBe(false);
    expect(await getMailChoice(actor)).toEqual({ pace: "daily", reviews: false });
  });

  it("is stopped by no link that is made up, or of another kind of mail or person", async () => {
    const [actor, other] = [await person(), await person()];
    const token = stopMailToken({ userId: actor.id, mail: "feedback" });
    const [, , signed] = token.split(".");
    for (const forged of [
      "",
      "x.y.z",
      token.slice(0, -1),
      `${actor.id}.reviews.${signed}`,
      `${other.id}.feedback.${signed}`,
    ]) {
      await expect(stopMail(forged, true), forged).rejects.toThrow(NotFound);
    }
    expect(await db().feedbackMail.count({ where: { userId: { in: [actor.id, other.id] } } })).toBe(
      0,
    );
  });
});

describe("the name that somebody shows in public", () => {
  it("is theirs to choose, in all of what they said at once", async () => {
    const [actor, other] = [await person(), await person()];
    await saveByline(actor, { showsName: true, organisation: "A library" });
    expect(await findByline(actor)).toMatchObject({ showsName: true, organisation: "A library" });
    expect(await findByline(other)).toMatchObject({ showsName: false, organisation: "" });
  });
});
