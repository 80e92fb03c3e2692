import { anchors } from "../anchors";
import { clauses } from "../clauses";
import type { SpecDocument } from "../document";
import { exampleViews } from "../examples";
import { references } from "../references";
import { sectionTree } from "../section-tree";
import { badWithoutClause } from "./bad-without-clause";
import { clauseWithoutExample } from "./clause-without-example";
import { danglingReference } from "./dangling-reference";
import { duplicateId, duplicateTitle } from "./duplicates";
import { emptyClause } from "./empty-clause";
import {
  markerWithoutPrompts,
  promptsWithoutMarker,
  stalePromptsHeader,
} from "./evaluation-prompts";
import { headingLevelJump } from "./heading-level-jump";
import { mangledTag } from "./mangled-tag";
import { exampleWithoutBad, exampleWithoutGood } from "./one-sided-example";
import { overreachingClause } from "./overreaching-clause";
import type { Finding, Rule, Severity, SpecView } from "./rule";
import { selfReference } from "./self-reference";
import { strictGuideline } from "./strict-guideline";
import { unreadableExample } from "./unreadable-example";

/** All rules, in the order their findings are listed. */
export const RULES: readonly Rule[] = [
  danglingReference,
  duplicateId,
  markerWithoutPrompts,
  promptsWithoutMarker,
  stalePromptsHeader,
  unreadableExample,
  mangledTag,
  selfReference,
  duplicateTitle,
  emptyClause,
  headingLevelJump,
  overreachingClause,
  strictGuideline,
  clauseWithoutExample,
  exampleWithoutGood,
  exampleWithoutBad,
  badWithoutClause,
];

export interface LintOptions {
  /** By rule id: another severity, or off. Rules that are not named keep their own. */
  rules?: Record<string, Severity | "off">;
  /** Where blocks stand in the source, if the document was just read from one. */
  lines?: ReadonlyMap<string, { line: number }>;
  /** What the importer noted; mangled tags are only to be seen in the source. */
  notes?: readonly ImportNote[];
}

/** The part of an importer's note that the linter passes on. */
export interface ImportNote {
  code: string;
  message: string;
  uid: string | null;
  line: number;
}

/**
 * Looks a spec over.
 *
 * @returns Findings by rule, each in the order of the text.
 */
export function lint(document: SpecDocument, options: LintOptions = {}): Finding[] {
  const { rules = {}, lines = new Map<string, { line: number }>(), notes = [] } = options;
  const view = viewOf(document, notes);
  return RULES.flatMap((rule) => {
    const severity = rules[rule.id] ?? rule.severity;
    if (severity === "off") return [];
    return Array.from(rule.check(view), ({ message, uid, section, prompts, line }): Finding => ({
      rule: rule.id,
      severity,
      message,
      uid,
      sectionId: section?.id ?? null,
      prompts: prompts ?? null,
      line: line ?? (uid === null ? null : (lines.get(uid)?.line ?? null)),
    }));
  });
}

function viewOf(document: SpecDocument, notes: readonly ImportNote[]): SpecView {
  const { content, levels } = document;
  const tree = sectionTree(content);
  return {
    document,
    notes,
    tree,
    clauses: clauses(tree, levels),
    examples: exampleViews(content, tree),
    references: references(content, tree),
    anchors: new Set(anchors(content).map((anchor) => anchor.id)),
  };
}
