import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { countLintErrors, lintRulesOf } from "@/lib/data/lint-rules";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec as specOf } from "@/lib/spec/builders";
import { lint } from "@/lib/spec/lint/lint";
import { useDatabase } from "@/lib/testing/database";
import { member, person } from "@/lib/testing/people";
import { CreateSpec, createSpec } from "./create-spec";
import { SaveLintRules, saveLintRules } from "./save-lint-rules";

useDatabase();

const NOW = new Date("2026-11-20T12:00:00Z");
let publisher: Actor;
let specId: string;
beforeAll(async () => {
  publisher = await person({ specCreator: true });
  const input = CreateSpec.parse({ title: "Rules", slug: "rules-of-lint" });
  specId = (await createSpec(publisher, input)).id;
});

const save = (actor: Actor, rules: object) =>
  saveLintRules(actor, SaveLintRules.parse({ specId, rules }), NOW);

const DOCUMENT = specOf(clause("kind", "Be kind", "Be kind."));
const found = async () => {
  const rules = await lintRulesOf(db(), specId);
  return lint(DOCUMENT, { rules }).map(({ rule, severity }) => `${rule} ${severity}`);
};

describe("saveLintRules", () => {
  it("changes what the linter says of this spec, and back", async () => {
    expect(await found()).toEqual(["clause-without-example hint"]);
    await save(publisher, { "clause-without-example": "error" });
    expect(await found()).toEqual(["clause-without-example error"]);
    await save(publisher, { "clause-without-example": "off" });
    expect(await found()).toEqual([]);
    await save(publisher, {});
    expect(await found()).toEqual(["clause-without-example hint"]);
  });

  it("decides what stands in the way of a release, and meets one that runs at the same moment", async () => {
    const tick = async () => (await db().reviewClock.findUnique({ where: { specId } }))?.tick ?? 0;
    const before = await tick();
    expect(await countLintErrors(db(), specId, DOCUMENT)).toBe(0);
    await save(publisher, { "clause-without-example": "error" });
    expect(await countLintErrors(db(), specId, DOCUMENT)).toBe(1);
    expect(await tick()).not.toBe(before);
    await save(publisher, {});
  });

  it("keeps no row and records no event for what the rule says by itself", async () => {
    const before = await db().auditEvent.count();
    await save(publisher, { "clause-without-example": "hint" });
    expect(await db().lintSetting.count({ where: { specId } })).toBe(0);
    expect(await db().auditEvent.count()).toBe(before);
  });

  it("knows no rule that there is not", () => {
    expect(SaveLintRules.safeParse({ specId, rules: { nonsense: "off" } }).success).toBe(false);
  });

  it.each(["reader", "commenter", "editor", "reviewer"] as const)(
    "is refused to a %s",
    async (role) => {
      const actor = await member(specId, role);
      await expect(save(actor, { "empty-clause": "off" })).rejects.toThrow(Forbidden);
    },
  );
});
