import { wordCount } from "../word-count";
import type { Rule } from "./rule";

export const emptyClause: Rule = {
  id: "empty-clause",
  severity: "warning",
  reason: "A clause that says nothing still binds in name.",
  *check({ clauses }) {
    for (const { section } of clauses) {
      if (section.children.length > 0 || wordCount(section.blocks) > 0) continue;
      yield {
        message: "This clause has no text. Write it or remove it.",
        uid: section.uid,
        section,
      };
    }
  },
};
