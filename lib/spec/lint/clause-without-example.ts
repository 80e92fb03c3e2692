import type { Rule } from "./rule";

export const clauseWithoutExample: Rule = {
  id: "clause-without-example",
  severity: "hint",
  reason: "Spelling out one tricky case makes a clause much clearer.",
  *check({ clauses, examples }) {
    const shown = new Set(examples.map(({ section }) => section));
    for (const { section } of clauses) {
      if (shown.has(section)) continue;
      yield {
        message: "This clause has no example. Add the trickiest case.",
        uid: section.uid,
        section,
      };
    }
  },
};
