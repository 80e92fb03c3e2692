import type { BlockJson, InlineJson } from "../block-json";
import type { Clause } from "../clauses";
import { levelOf } from "../levels";
import { plainText } from "../plain-text";
import { titleById } from "../section-tree";
import { walk } from "../walk";
import type { Rule, SpecView } from "./rule";

export const overreachingClause: Rule = {
  id: "overreaching-clause",
  severity: "warning",
  reason:
    "A lower authority cannot override a higher one; saying so makes the chain of command unclear.",
  *check(spec) {
    for (const clause of spec.clauses) {
      for (const { text, uid, targets } of sentences(clause, spec)) {
        const higher = targets.find((id) => isHigher(id, clause, spec));
        const claims = OVERRIDE.exec(text);
        if (!claims || !higher) continue;
        const message = `A clause at the ${clause.level.name} level says it overrides #${higher}, which is higher.`;
        yield { message, uid, section: clause.section };
      }
    }
  },
};

/** "This overrides …", "takes precedence over …", but not "cannot override" or "is overridden by". */
const OVERRIDE =
  /(?<!\b(?:not|never|cannot|can't|n't|nor)\s+(?:\w+\s+)?)\b(?:overrides?|overrul(?:es?|ing)|supersedes?|takes? precedence over|prevails? over|outranks?)\b/i;

function isHigher(id: string, clause: Clause, { tree, document }: SpecView): boolean {
  const target = tree.byId.get(id);
  if (!target?.authority || target === clause.section) return false;
  return levelOf(target.authority, document.levels).rank < clause.level.rank;
}

/** Sentences of the clause that point somewhere, with what they point at. */
function* sentences({ section }: Clause, { tree }: SpecView) {
  const titleOf = titleById(tree);
  for (const { content, uid } of textsOf(section.blocks)) {
    let text = "";
    let targets: string[] = [];
    for (const node of content) {
      const words = plainText([node], titleOf);
      const end = node.type === "text" ? words.search(/[.!?](?:\s|$)/) : -1;
      text += end < 0 ? words : words.slice(0, end);
      const link = node.marks?.find((mark) => mark.type === "link")?.attrs.href;
      if (node.type === "crossReference") targets.push(node.attrs.id);
      if (link?.startsWith("#")) targets.push(link.slice(1));
      if (end < 0) continue;
      yield { text, uid, targets };
      text = words.slice(end + 1);
      targets = [];
    }
    yield { text, uid, targets };
  }
}

function textsOf(blocks: readonly BlockJson[]): { content: InlineJson[]; uid: string | null }[] {
  const found: { content: InlineJson[]; uid: string | null }[] = [];
  walk(blocks, (node) => {
    if (node.type === "example" || node.type === "commentary") return false;
    if (node.type !== "paragraph") return;
    found.push({
      content: (node.content ?? []) as InlineJson[],
      uid: node.attrs?.["uid"] as string,
    });
    return false;
  });
  return found;
}
