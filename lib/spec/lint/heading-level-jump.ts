import type { Rule } from "./rule";

export const headingLevelJump: Rule = {
  id: "heading-level-jump",
  severity: "warning",
  reason: "A missing level breaks the outline that people and screen readers navigate by.",
  *check({ tree }) {
    let before = 0;
    for (const section of tree.sections) {
      if (before > 0 && section.level > before + 1) {
        const message = `This heading jumps from level ${before} to ${section.level}.`;
        yield { message, uid: section.uid, section };
      }
      before = section.level;
    }
  },
};
