import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { Forbidden } from "@/lib/errors";
import { useDatabase } from "@/lib/testing/database";
import { useSettings } from "@/lib/testing/settings";
import { member, person } from "@/lib/testing/people";
import { publishedSpec } from "@/lib/testing/published-spec";
import { openThread } from "./open-thread";
import { saveFeedbackSettings } from "./save-feedback-settings";
import { announceConsultation, callOffConsultation } from "./announce-consultation";
import { open, asked, type FeedbackSpec as Spec } from "@/lib/testing/feedback-scene";
import { listConsultations } from "@/lib/data/consultations";

useDatabase();
useSettings();

let spec: Spec;
beforeAll(async () => {
  spec = await publishedSpec();
});

describe("settings and consultations", () => {
  it.each(["reader", "commenter", "editor", "reviewer"] as const)(
    "are not for a %s",
    async (role) => {
      const actor = await member(spec.id, role);
      const settings = {
        specId: spec.id,
        isOpen: false,
        inWindowsOnly: false,
        slowModeMinutes: 0,
        houseRules: "",
      };
      await expect(saveFeedbackSettings(actor, settings)).rejects.toThrow(Forbidden);
      const window = {
        specId: spec.id,
        title: "Third release",
        question: "",
        opensAt: new Date("2026-03-01"),
        closesAt: new Date("2026-04-01"),
      };
      await expect(announceConsultation(actor, window)).rejects.toThrow(Forbidden);
      const { id } = await announceConsultation(spec.publisher, window);
      await expect(callOffConsultation(actor, { consultationId: id })).rejects.toThrow(Forbidden);
      await callOffConsultation(spec.publisher, { consultationId: id });
    },
  );

  it("can close comments between consultations, by the clock of the database", async () => {
    const asking = await publishedSpec();
    const settings = {
      specId: asking.id,
      isOpen: true,
      inWindowsOnly: false,
      slowModeMinutes: 0,
      houseRules: "",
    };
    await saveFeedbackSettings(asking.publisher, { ...settings, inWindowsOnly: true });
    await expect(open(asking, await person())).rejects.toThrow(Forbidden);
    const window = async (opens: string, closes: string) => {
      const [row] = await db().$queryRaw<{ opensAt: Date; closesAt: Date }[]>`
        SELECT now() + ${opens}::interval AS "opensAt", now() + ${closes}::interval AS "closesAt"`;
      return announceConsultation(asking.publisher, {
        specId: asking.id,
        title: "Third release",
        question: "",
        ...row!,
      });
    };
    await window("1 hour", "1 day");
    await window("-1 day", "-1 hour");
    await expect(open(asking, await person())).rejects.toThrow(Forbidden);
    expect((await listConsultations(asking.id)).map(({ state }) => state)).toEqual([
      "announced",
      "closed",
    ]);
    const { id } = await window("-1 hour", "1 hour");
    // Whatever the clock of this process says.
    await openThread(await person(), asked(asking), new Date("2031-01-01"));
    await callOffConsultation(asking.publisher, { consultationId: id });
    await expect(open(asking, await person())).rejects.toThrow(Forbidden);
    expect((await open(asking, await member(asking.id, "commenter"))).heldBecause).toBe("");
  });
});
