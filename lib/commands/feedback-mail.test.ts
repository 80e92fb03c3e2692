import { describe, expect, it } from "vitest";
import { stopMailToken } from "@/lib/auth/stop-mail-token";
import { db } from "@/lib/data/db";
import { findByline } from "@/lib/data/bylines";
import { getMailPace } from "@/lib/data/own-feedback";
import { NotFound } from "@/lib/errors";
import { useDatabase } from "@/lib/testing/database";
import { person } from "@/lib/testing/people";
import { useSettings } from "@/lib/testing/settings";
import { saveByline } from "./save-byline";
import { saveFeedbackMail } from "./save-feedback-mail";
import { stopMail } from "./stop-mail";

useDatabase();
useSettings();

describe("the mail that somebody gets", () => {
  it("is theirs to choose, and nobody else’s", async () => {
    const [actor, other] = [await person(), await person()];
    expect(await getMailPace(actor)).toBe("daily");
    await saveFeedbackMail(actor, { pace: "weekly" });
    expect(await getMailPace(actor)).toBe("weekly");
    expect(await getMailPace(other)).toBe("daily");
  });

  it("stops by the link in it, without signing in, and starts again", async () => {
    const actor = await person();
    const token = stopMailToken({ userId: actor.id, mail: "feedback" });
    await stopMail(token, true);
    await stopMail(token, true);
    expect(await getMailPace(actor)).toBe("never");
    await stopMail(token, false);
    expect(await getMailPace(actor)).toBe("daily");
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
