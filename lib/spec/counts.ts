import type { BlockJson } from "./block-json";
import type { SpecDocument } from "./document";
import { exampleViews } from "./examples";
import { markers } from "./markers";
import { references } from "./references";
import { sectionTree } from "./section-tree";

/** What a spec amounts to. */
export interface Counts {
  sections: number;
  clauses: number;
  /** Clauses by the key of their level, in the order of the levels. */
  clausesByLevel: Record<string, number>;
  examples: number;
  /** Responses with a verdict, by verdict. */
  responses: { GOOD: number; BAD: number; OK: number };
  /** `[?](#id)` in prose, and once more with those in the reasons of responses. */
  autoTitledLinks: number;
  textLinks: number;
  linksInReasons: number;
  externalLinks: number;
  /** Evaluation markers, and files of evaluation prompts. */
  markers: number;
  promptsFiles: number;
  prompts: number;
}

/**
 * Counts what is in a spec. A section is a heading; a clause is a section with an authority; links are
 * counted in prose, those in the reasons of responses apart; an evaluation prompt is an example in a
 * prompts file.
 */
export function counts(document: SpecDocument): Counts {
  const tree = sectionTree(document.content);
  const clauses = tree.sections.filter((section) => section.authority !== null);
  const pointers = references(document.content);
  const prose = pointers.filter((reference) => !reference.inReason);
  return {
    sections: tree.sections.length,
    clauses: clauses.length,
    clausesByLevel: clausesByLevel(document, clauses),
    ...exampleCounts(document.content),
    autoTitledLinks: prose.filter(({ kind }) => kind === "auto").length,
    textLinks: prose.filter(({ kind }) => kind === "text").length,
    linksInReasons: pointers.filter((reference) => reference.inReason).length,
    externalLinks: prose.filter(({ kind }) => kind === "external").length,
    markers: markers(document.content).length,
    promptsFiles: document.prompts.length,
    prompts: document.prompts.reduce((sum, file) => sum + exampleViews(file.content).length, 0),
  };
}

function clausesByLevel(
  document: SpecDocument,
  clauses: readonly { authority: string | null }[],
): Record<string, number> {
  const tally = new Map(document.levels.map((level) => [level.key, 0]));
  for (const { authority } of clauses) {
    if (authority !== null) tally.set(authority, (tally.get(authority) ?? 0) + 1);
  }
  return Object.fromEntries(tally);
}

function exampleCounts(blocks: readonly BlockJson[]): Pick<Counts, "examples" | "responses"> {
  const views = exampleViews(blocks);
  const responses = { GOOD: 0, BAD: 0, OK: 0 };
  for (const { verdict } of views.flatMap((view) => view.responses)) {
    if (verdict) responses[verdict]++;
  }
  return { examples: views.length, responses };
}
