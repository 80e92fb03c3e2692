import type { InlineJson } from "../block-json";
import { plainText } from "../plain-text";
import { walk } from "../walk";
import type { Rule } from "./rule";

export const strictGuideline: Rule = {
  id: "strict-guideline",
  severity: "hint",
  reason: "What may be set aside implicitly should not be worded as if it never could.",
  *check({ clauses }) {
    for (const { section, level } of clauses) {
      if (level.steerability !== "implicit") continue;
      const found: { word: string; uid: string | null }[] = [];
      walk(section.blocks, (node) => {
        if (node.type === "example" || node.type === "commentary") return false;
        if (node.type !== "paragraph") return;
        const word = ABSOLUTE.exec(plainText(node.content as InlineJson[] | undefined))?.[0];
        if (word) found.push({ word, uid: node.attrs?.["uid"] as string | null });
      });
      for (const { word, uid } of found) {
        const message = `"${word}" in a clause at the ${level.name} level: raise the level or soften the word.`;
        yield { message, uid, section };
      }
    }
  },
};

const ABSOLUTE = /\b(?:must(?: not)?|never|under no circumstances|always)\b/i;
