import type { Rule } from "./rule";

export const selfReference: Rule = {
  id: "self-reference",
  severity: "warning",
  reason: "A section that points to itself sends the reader in a circle.",
  *check({ references }) {
    for (const { kind, target, uid, section } of references) {
      if ((kind !== "auto" && kind !== "text") || section?.id !== target) continue;
      yield { message: `This points to the section it stands in, #${target}.`, uid, section };
    }
  },
};
