import { blockContext, type BlockContext } from "@/components/blocks/block-context";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { highlight } from "@/components/blocks/highlight";
import { termLinks } from "@/components/blocks/term-links";
import {
  clausePath,
  releasePath,
  type Citation,
  type EditionFacts,
  type FormerId,
  type LevelFacts,
  type SiteFacts,
} from "@/components/reading/reading-facts";
import type { PublishedSpec } from "@/lib/data/published";
import type { SpecDocument } from "@/lib/spec/document";
import { exampleViews } from "@/lib/spec/examples";
import { glossary } from "@/lib/spec/glossary";
import { resolve } from "@/lib/spec/ledger";
import type { AuthorityLevel } from "@/lib/spec/levels";
import { outline } from "@/lib/spec/outline";
import { citedBy, references } from "@/lib/spec/references";
import { sectionTree, type SectionTree } from "@/lib/spec/section-tree";
import { wordCount } from "@/lib/spec/word-count";
import type { Library } from "./library";
import { sinceBefore, untilLatest } from "./release-comparison";

/** A release with all that its pages need. */
export interface Edition {
  facts: EditionFacts;
  /** For drawing pages in which the whole text stands: links lead to places on the page. */
  context: BlockContext;
}

/** Gathers what the pages of one release need to know. */
export async function openEdition(
  site: SiteFacts,
  spec: PublishedSpec,
  label: string,
  library: Library,
): Promise<Edition> {
  const index = spec.releases.findIndex((release) => release.label === label);
  const [latest] = spec.releases;
  const release = spec.releases[index];
  const before = spec.releases[index + 1];
  if (!release || !latest) throw new RangeError(`${spec.slug} has no release ${label}`);
  const document = await library.document(release.documentHash);
  const tree = sectionTree(document.content);
  const { releases } = spec;
  const facts: EditionFacts = {
    site,
    spec,
    release,
    releases,
    document,
    tree,
    outline: outline(tree, document.levels),
    levels: levelFacts(document, tree, spec.levelMeanings),
    ...figures(document, tree),
    sinceBefore: before
      ? sinceBefore(
          before.label,
          await library.comparison(before.documentHash, release.documentHash),
        )
      : null,
    untilLatest:
      release === latest
        ? null
        : untilLatest(
            latest.label,
            await library.comparison(release.documentHash, latest.documentHash),
          ),
    terms: glossary(tree),
    citations: citations(document, tree),
    formerIds: formerIds(document, tree),
  };
  return { facts, context: contextOf(facts) };
}

/** Links that lead from other pages to places on the page of the release. */
export function contextElsewhere({ facts, context }: Edition): BlockContext {
  const path = releasePath(facts.spec, facts.release);
  const hrefOf = (id: string) => `${path}#${encodeURIComponent(id)}`;
  return {
    ...context,
    hrefOf,
    terms: termLinks(facts.terms, hrefOf),
    identity: () => ({}),
  };
}

function contextOf({ document, tree, spec, release }: EditionFacts): BlockContext {
  const evaluations = `${releasePath(spec, release)}/evaluations`;
  return blockContext(
    document,
    {
      formula: formulaMarkup,
      highlight,
      permalinkOf: (id) => clausePath(spec, release, id),
      promptsHref: (marker) => `${evaluations}#${encodeURIComponent(marker)}`,
    },
    tree,
  );
}

const MEANINGS: Record<AuthorityLevel["steerability"], string> = {
  fixed: "Holds always. Nobody can override it.",
  explicit: "A default. Somebody with the right to may override it, but only by saying so.",
  implicit: "A default that context alone may override.",
};

function levelFacts(
  document: SpecDocument,
  tree: SectionTree,
  meanings: Readonly<Record<string, string>>,
): LevelFacts[] {
  return document.levels.map((level) => ({
    ...level,
    meaning: meanings[level.key] ?? MEANINGS[level.steerability],
    count: tree.sections.filter(({ authority }) => authority === level.key).length,
  }));
}

function figures(document: SpecDocument, tree: SectionTree) {
  return {
    words: wordCount(document.content),
    clauseCount: tree.sections.filter(({ authority }) => authority !== null).length,
    exampleCount: exampleViews(document.content, tree).length,
    promptCount: document.prompts.reduce(
      (sum, { content }) => sum + content.filter(({ type }) => type === "example").length,
      0,
    ),
  };
}

/** Who cites each section: every section once, and once more where a response violates it. */
function citations(document: SpecDocument, tree: SectionTree): Map<string, Citation[]> {
  const found = new Map<string, Citation[]>();
  for (const [target, pointers] of citedBy(references(document.content, tree))) {
    const seen = new Set<string>();
    const list: Citation[] = [];
    for (const { section, kind } of pointers) {
      if (!section || section.id === target) continue;
      const asViolated = kind === "violates";
      const key = `${section.index} ${asViolated}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const number = section.number.join(".");
      list.push({ id: section.id, title: section.title, number, asViolated });
    }
    if (list.length > 0) found.set(target, list);
  }
  return found;
}

/** Old ids by the section that carries their text on today. */
function formerIds({ ledger }: SpecDocument, tree: SectionTree): Map<string, FormerId[]> {
  const found = new Map<string, FormerId[]>();
  const old = new Set(
    ledger.flatMap((event) =>
      event.kind === "renamed" || event.kind === "split"
        ? [event.from]
        : event.kind === "merged"
          ? event.from
          : [],
    ),
  );
  for (const id of old) {
    if (tree.byId.has(id)) continue;
    const { successors, trail } = resolve(ledger, id);
    const successor = successors.find((candidate) => tree.byId.has(candidate));
    if (successor === undefined) continue;
    const entry = { id, release: trail.at(-1)?.release ?? null };
    found.set(successor, [...(found.get(successor) ?? []), entry]);
  }
  return found;
}
