import type { Node } from "@tiptap/pm/model";
import { fromDraftBlocks } from "@/lib/draft/draft-marks";
import { anchors } from "@/lib/spec/anchors";
import type { BlockJson, NodeJson } from "@/lib/spec/block-json";
import { clauses, highestInside } from "@/lib/spec/clauses";
import { specDocument, type SpecDocument } from "@/lib/spec/document";
import { exampleViews, type ExampleView } from "@/lib/spec/examples";
import type { Ledger } from "@/lib/spec/ledger";
import { levelOf, type AuthorityLevel } from "@/lib/spec/levels";
import { RULES } from "@/lib/spec/lint/lint";
import type { Finding, SpecView } from "@/lib/spec/lint/rule";
import { markers, type Marker } from "@/lib/spec/markers";
import { references, type Reference } from "@/lib/spec/references";
import { sectionTree, type SectionTree } from "@/lib/spec/section-tree";
import { wordCount } from "@/lib/spec/word-count";

/** One line of the outline. */
export interface OutlineLine {
  uid: string;
  id: string | null;
  title: string;
  level: number;
  /** How deep it stands in the tree, from 0. */
  depth: number;
  number: string;
  authority: AuthorityLevel | null;
  /** Of a chapter without authority: the highest inside. */
  badge: AuthorityLevel | null;
  hasChildren: boolean;
  parentUid: string | null;
  /** Blocks of the section and all under it, as places among the blocks of the text. */
  index: number;
  end: number;
  words: number;
}

/** What is derived from the text, away from the key presses that change it. */
export interface SpecIndex {
  tree: SectionTree;
  lines: readonly OutlineLine[];
  /** Titles by everything a link can name. */
  titles: ReadonlyMap<string, string>;
  examples: readonly ExampleView[];
  references: readonly Reference[];
  /** Places with evaluation prompts; footnotes are none. */
  markers: readonly Marker[];
  words: number;
}

export const EMPTY_INDEX: SpecIndex = {
  tree: sectionTree([]),
  lines: [],
  titles: new Map(),
  examples: [],
  references: [],
  markers: [],
  words: 0,
};

/** Blocks as JSON by node: a node never changes, so most of them are known from the last time. */
const known = new WeakMap<Node, { block: BlockJson; words: number }>();

function blockOf(node: Node): BlockJson {
  return knownBlock(node).block;
}

function knownBlock(node: Node): { block: BlockJson; words: number } {
  const found = known.get(node);
  if (found) return found;
  const [block] = fromDraftBlocks([node.toJSON() as NodeJson]);
  const entry = { block: block as BlockJson, words: wordCount([block as NodeJson]) };
  known.set(node, entry);
  return entry;
}

/** Derives everything that shows around the text. About 10 ms for a whole spec, most of it remembered. */
export function indexOf(doc: Node, levels: readonly AuthorityLevel[]): SpecIndex {
  const blocks: BlockJson[] = [];
  const words: number[] = [];
  doc.forEach((node) => {
    const entry = knownBlock(node);
    blocks.push(entry.block);
    words.push(entry.words);
  });
  const tree = sectionTree(blocks);
  const examples = exampleViews(blocks, tree);
  return {
    tree,
    lines: outlineLines(tree, levels, words),
    titles: titlesOf(blocks, tree, examples),
    examples,
    references: references(blocks, tree),
    markers: markers(blocks, tree),
    words: words.reduce((sum, count) => sum + count, 0),
  };
}

function outlineLines(
  tree: SectionTree,
  levels: readonly AuthorityLevel[],
  words: readonly number[],
): OutlineLine[] {
  return tree.sections.map((section, place) => {
    const next = tree.sections.slice(place + 1).find(({ level }) => level <= section.level);
    const end = next?.index ?? words.length;
    return {
      uid: section.uid ?? `at-${section.index}`,
      id: section.id,
      title: section.title,
      level: section.level,
      depth: section.number.length - 1,
      number: section.number.join("."),
      authority: section.authority === null ? null : levelOf(section.authority, levels),
      badge: highestInside(section, levels),
      hasChildren: section.children.length > 0,
      parentUid: section.parent?.uid ?? null,
      index: section.index,
      end,
      words: words.slice(section.index, end).reduce((sum, count) => sum + count, 0),
    };
  });
}

function titlesOf(
  blocks: readonly BlockJson[],
  tree: SectionTree,
  examples: readonly ExampleView[],
): Map<string, string> {
  const titles = new Map<string, string>();
  for (const { id } of anchors(blocks)) titles.set(id, id);
  for (const { anchor, title } of examples) titles.set(anchor, title || anchor);
  for (const [id, { title }] of tree.byId) titles.set(id, title || id);
  return titles;
}

/** What the linter needs besides the text. */
export interface LintContext {
  levels: AuthorityLevel[];
  document: Pick<SpecDocument, "profile" | "title" | "prompts">;
  ledger: Ledger;
  /** Severities that this spec has chosen for rules. */
  rules: Readonly<Record<string, Finding["severity"] | "off">>;
}

/**
 * Looks a text over rule by rule.
 *
 * @returns A generator that rests after each rule, so that a caller can let key presses through.
 */
export function* lintSteps(
  doc: Node,
  index: SpecIndex,
  context: LintContext,
): Generator<Finding[]> {
  const content: BlockJson[] = [];
  doc.forEach((node) => content.push(blockOf(node)));
  const { levels, document, ledger, rules } = context;
  const view: SpecView = {
    document: specDocument({ ...document, levels, content, ledger }),
    notes: [],
    tree: index.tree,
    clauses: clauses(index.tree, levels),
    examples: [...index.examples],
    references: [...index.references],
    anchors: new Set(index.titles.keys()),
  };
  for (const rule of RULES) {
    const severity = rules[rule.id] ?? rule.severity;
    if (severity === "off") continue;
    yield Array.from(rule.check(view), ({ message, uid, section, prompts, line }) => ({
      rule: rule.id,
      severity,
      message,
      uid,
      sectionId: section?.id ?? null,
      prompts: prompts ?? null,
      line: line ?? null,
    }));
  }
}
