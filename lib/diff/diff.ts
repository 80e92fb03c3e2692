import type { SourceLines } from "@/lib/markdown/parse";
import type { SpecDocument } from "@/lib/spec/document";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { align } from "./align";
import type { Carried, DocumentDiff } from "./document-diff";
import { Comparison } from "./match/comparison";
import { findRenamedLevels } from "./match/find-renamed-levels";
import { findReplaced } from "./match/find-replaced";
import { findSplits } from "./match/find-splits";
import { holdersIn, layOut } from "./match/layout";
import { matchExamples } from "./match/match-examples";
import { matchSections } from "./match/match-sections";
import { matchSteady } from "./match/match-steady";
import { matchUnits } from "./match/match-units";
import { shareIdentities } from "./match/shared-identities";
import { sameContent } from "./parts/content-key";
import { readSide } from "./parts/side";
import { namedBlocks } from "./tell/named-blocks";
import { Places } from "./tell/places";
import { Report } from "./tell/report";
import { tellAll } from "./tell/tell-all";
import { tellLevels } from "./tell/tell-levels";
import type { Telling } from "./tell/telling";
import { Lexicon } from "./text/lexicon";

export interface DiffOptions {
  /** Names of the two for people and machines: labels of releases, hashes. */
  from?: string;
  to?: string;
  /** Where blocks stand in the Markdown they were read from. */
  fromLines?: SourceLines;
  toLines?: SourceLines;
  /**
   * Whether a uid means the same block in both. Found out from the texts when not said: true for two
   * moments of one draft, false for two imports.
   */
  sameIdentities?: boolean;
}

/**
 * Compares two documents. No clock, no database: the same pair always gives the same answer.
 *
 * Never throws for documents that follow the schema, and its time is bounded: what cannot be compared
 * closely is compared coarsely.
 */
export function diffDocuments(
  before: SpecDocument,
  after: SpecDocument,
  options: DiffOptions = {},
): DocumentDiff {
  const lexicon = new Lexicon();
  const left = readSide(before, options.fromLines ?? null, lexicon);
  const right = readSide(after, options.toLines ?? null, lexicon);
  const identities = options.sameIdentities ?? shareIdentities(left, right);
  const comparison = new Comparison(left, right, lexicon, identities);
  matchSections(comparison);
  comparison.levels = findRenamedLevels(comparison);
  // "Platform: …" and "Root: …" in a list of levels are one text when the level was renamed.
  for (const { from, to } of comparison.levels) lexicon.treatAs(from, to);
  // In one draft a text that stayed may have been cut and another pasted: there uids come first.
  if (!identities) matchSteady(comparison);
  matchExamples(comparison);
  matchUnits(comparison);
  const telling = prepare(comparison);
  tellAll(telling);
  const { changes } = telling.report;
  return {
    format: "precept-diff",
    version: 1,
    from: options.from ?? null,
    to: options.to ?? null,
    changes,
    alignment: align(telling.layout, left, right, telling.report),
    carried: carry(before, after, changes, holdersIn(telling.layout)),
  };
}

function prepare(comparison: Comparison): Telling {
  const report = new Report();
  const from = new Places(comparison.before);
  const to = new Places(comparison.after);
  const { splits, merges } = findSplits(comparison);
  const pieces = new Set(
    [...splits, ...merges].flatMap((split) => split.pieces.filter(({ partner }) => !partner)),
  );
  return {
    comparison,
    layout: layOut(comparison),
    report,
    from,
    to,
    levels: tellLevels(comparison, from, to, report),
    splits: new Map(splits.map((split) => [split.whole, split])),
    merges: new Map(merges.map((merge) => [merge.whole, merge])),
    pieces,
    replaced: findReplaced(comparison, pieces),
    renames: new Map(),
    following: [],
    sectionChanges: new Map(),
  };
}

function carry(
  before: SpecDocument,
  after: SpecDocument,
  changes: DocumentDiff["changes"],
  holders: Carried["holders"],
): Carried {
  const blocks: Carried["blocks"] = {};
  for (const index of namedBlocks(changes, holders).to) blocks[index] = after.content[index]!;
  const was = new Map(before.prompts.map((file) => [file.id, file.content]));
  const prompts = after.prompts.filter(
    ({ id, content }) => !was.has(id) || !sameContent(was.get(id), content),
  );
  const levels = canonicalJson(before.levels) === canonicalJson(after.levels) ? null : after.levels;
  return {
    blocks,
    holders,
    count: after.content.length,
    prompts: Object.fromEntries(prompts.map(({ id, content }) => [id, content])),
    authorities: Object.fromEntries(
      changes.flatMap((change) =>
        change.kind === "level.renamed" ? [[change.before!, change.after!]] : [],
      ),
    ),
    levels,
    title: after.title,
  };
}
