import type { Rule } from "./rule";

export const mangledTag: Rule = {
  id: "mangled-tag",
  severity: "warning",
  reason: "Stray signs around a tag break other programs that read the source.",
  *check({ notes }) {
    for (const { code, message, uid, line } of notes) {
      if (code === "mangled-tag") yield { message, uid, section: null, line };
    }
  },
};
