import type { Rule } from "./rule";

export const badWithoutClause: Rule = {
  id: "bad-without-clause",
  severity: "hint",
  reason: "A bad response teaches more when it says which clause it breaks.",
  *check({ examples }) {
    for (const { responses, section } of examples) {
      for (const { verdict, violates, uid } of responses) {
        if (verdict !== "BAD" || violates !== null) continue;
        yield { message: "Say which clause this response violates, if it is one.", uid, section };
      }
    }
  },
};
