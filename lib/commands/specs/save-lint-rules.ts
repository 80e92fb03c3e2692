import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { lintRulesOf, RULE_SETTINGS } from "@/lib/data/lint-rules";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canChangeSpecSettings } from "@/lib/policy/spec";
import { RULES } from "@/lib/spec/lint/lint";
import { Id } from "../people/fields";

const RULE_IDS = RULES.map(({ id }) => id);

export const SaveLintRules = z.object({
  specId: Id,
  /** By rule id. A rule that is left out keeps the severity of its own. */
  rules: z.partialRecord(z.enum(RULE_IDS), z.enum(RULE_SETTINGS)),
});
export type SaveLintRules = z.infer<typeof SaveLintRules>;

/** Says how a spec treats the rules of the linter. Settings that say what the rule says are not kept. */
export async function saveLintRules(
  actor: Actor,
  { specId, rules }: SaveLintRules,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: specId });
    if (!canChangeSpecSettings(actor, spec)) throw new Forbidden("change this spec's rules");
    const before = await lintRulesOf(tx, specId);
    const after = Object.fromEntries(
      RULES.flatMap(({ id, severity }) => {
        const wanted = rules[id];
        return wanted === undefined || wanted === severity ? [] : [[id, wanted] as const];
      }),
    );
    const changed = RULE_IDS.filter((id) => before[id] !== after[id]);
    if (changed.length === 0) return;
    await tx.lintSetting.deleteMany({ where: { specId, rule: { in: changed } } });
    await tx.lintSetting.createMany({
      data: changed.flatMap((rule) => {
        const severity = after[rule];
        return severity === undefined
          ? []
          : [{ specId, rule, severity, setAt: at, setById: actor.id }];
      }),
    });
    await recordEvent(tx, {
      kind: "lint_rules.changed",
      actorId: actor.id,
      specId,
      payload: { before, after },
    });
  });
}
