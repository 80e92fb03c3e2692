import { anchors } from "../anchors";
import { references } from "../references";
import type { Observation, Rule, SpecView } from "./rule";

export const danglingReference: Rule = {
  id: "dangling-reference",
  severity: "error",
  reason: "A link that leads nowhere takes a reader out of the argument.",
  *check(spec) {
    yield* inText(spec);
    for (const { id: prompts, content } of spec.document.prompts) {
      const own = new Set(anchors(content).map((anchor) => anchor.id));
      for (const { kind, target, uid } of references(content)) {
        if (kind === "external" || spec.anchors.has(target) || own.has(target)) continue;
        yield { message: messageFor(target), uid, section: null, prompts };
      }
    }
  },
};

function* inText({ references: all, anchors: known }: SpecView): Iterable<Observation> {
  for (const { kind, target, uid, section } of all) {
    if (kind === "external" || known.has(target)) continue;
    yield { message: messageFor(target), uid, section };
  }
}

function messageFor(target: string): string {
  return `Nothing here is called #${target}. Choose another target or create it.`;
}
