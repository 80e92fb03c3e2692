import type { Change } from "./change";
import type { DocumentDiff, SectionRow, SectionSide } from "./document-diff";
import { bagOf, type Bag } from "./text/bag";
import { rarity, type WordWeight } from "./text/likeness";
import { Lexicon } from "./text/lexicon";
import { tokenize } from "./text/tokens";

/** Whether a changelog mentions what changed in one section, and how that was seen. */
export interface SectionCoverage {
  section: SectionSide;
  /** Ids of its changes, typography left out. */
  changes: string[];
  covered: boolean;
  /** Best first; empty when nothing in the changelog speaks of it. */
  evidence: Evidence[];
}

export interface Evidence {
  how: "person" | "id" | "title" | "parent" | "words";
  /** The entry of the changelog; empty when a person said so. */
  entry: string;
  /** 0 to 1: how much of what the entry says is about this change. */
  score: number;
}

export interface CoverageOptions {
  /** Which release of the changelog counts: the one whose heading names it, else the first. */
  release?: string;
  /** What a person decided, by the id of a section: it is final. */
  decisions?: Readonly<Record<string, "covered" | "not mentioned">>;
}

/** An entry must share this much of its telling words with what changed. */
const TELLS = 0.34;

/** A large change has a word of everything in it: so many telling words must be in both. */
const TELLING_WORDS = 3;

/** From here on an entry has hardly a word that the change has not. */
const SAYS_IT_ALL = 0.6;

/** Finds which changed sections a changelog does not mention. */
export function changelogCoverage(
  diff: DocumentDiff,
  changelog: string,
  options: CoverageOptions = {},
): SectionCoverage[] {
  const lexicon = new Lexicon();
  const bag = (text: string) => bagOf(tokenize(text, lexicon, false), lexicon);
  const entries = entriesOf(changelog, options.release).map((text) => ({
    text,
    plain: ` ${plain(text)} `,
    bag: bag(text),
  }));
  const changed = diff.alignment.sections.flatMap((row) => {
    const changes = tellingChanges(row, diff.changes);
    return changes.length === 0 ? [] : [{ side: (row.to ?? row.from)!, changes }];
  });
  const texts = changed.map(({ side, changes }) => ({
    title: plain(side.title),
    namesId: side.id === null ? null : namingOf(side.id),
    parent: parentOfPlaced(changes),
    all: bag(`${side.title}\n${wordsOf(changes)}`),
    words: bag(wordsOf(changes)),
  }));
  const weight = rarity([...texts.map(({ all }) => all), ...entries.map((entry) => entry.bag)]);
  return changed.map(({ side, changes }, index) => {
    const seen = entries.flatMap((entry) => evidenceIn(entry, texts[index]!, weight));
    const decision = side.id === null ? undefined : options.decisions?.[side.id];
    const person: Evidence[] =
      decision === undefined ? [] : [{ how: "person", entry: "", score: 1 }];
    return {
      section: side,
      changes: changes.map(({ id }) => id),
      covered: decision === undefined ? seen.length > 0 : decision === "covered",
      evidence: [...person, ...seen.sort((a, b) => b.score - a.score)],
    };
  });
}

function tellingChanges(row: SectionRow, changes: readonly Change[]): Change[] {
  const ids = new Set([...row.changes, ...row.blocks.flatMap((block) => block.changes)]);
  const renaming = changes.filter(
    ({ kind, partOf }) => kind === "section.renamed" && partOf === null,
  );
  const follows = new Set(renaming.map(({ id }) => id));
  return changes.filter(
    ({ id, class: weight, partOf }) =>
      ids.has(id) && weight !== "typographic" && !(partOf !== null && follows.has(partOf)),
  );
}

/** What was said newly and no longer. */
function wordsOf(changes: readonly Change[]): string {
  return changes
    .flatMap(({ parts, before, after }) =>
      parts.length > 0
        ? parts.filter(({ kind }) => kind !== "same").map(({ text }) => text)
        : [before ?? "", after ?? ""],
    )
    .join("\n");
}

function evidenceIn(
  entry: { text: string; plain: string; bag: Bag },
  changed: ChangedTexts,
  weight: WordWeight,
): Evidence[] {
  const { text } = entry;
  if (changed.namesId?.test(text)) return [{ how: "id", entry: text, score: 1 }];
  if (namesTitle(entry.plain, changed.title)) return [{ how: "title", entry: text, score: 0.95 }];
  const telling = tellingWordsIn(entry.bag, changed.words, weight);
  // A small edit is told by its few words, a large one by what the entry says.
  const said = shareOf(entry.bag, changed.all, weight);
  const score = Math.max(
    telling >= TELLING_WORDS || said >= SAYS_IT_ALL ? said : 0,
    telling > 0 ? shareOf(changed.words, entry.bag, weight) * 0.8 : 0,
  );
  if (score >= TELLS) return [{ how: "words", entry: text, score: Math.round(score * 100) / 100 }];
  const { parent } = changed;
  const namesParent =
    parent && (parent.namesId?.test(text) || namesTitle(entry.plain, parent.title));
  return namesParent ? [{ how: "parent", entry: text, score: 0.6 }] : [];
}

/** What of a section an entry may speak of. */
interface ChangedTexts {
  title: string;
  namesId: RegExp | null;
  /** Under which section it came, went or moved: "adds two sections to X" speaks of them. */
  parent: { title: string; namesId: RegExp | null } | null;
  all: Bag;
  words: Bag;
}

function parentOfPlaced(changes: readonly Change[]): ChangedTexts["parent"] {
  const placed = changes.find(({ kind }) => PLACED.test(kind));
  const place = placed ? (placed.to ?? placed.from) : null;
  if (!place?.parentTitle) return null;
  const { parentId, parentTitle } = place;
  return { title: plain(parentTitle), namesId: parentId === null ? null : namingOf(parentId) };
}

const PLACED = /^section\.(?:added|removed|moved|merged|split)$/;

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** An id of one plain word, like "style", is named only as a link. */
const namingOf = (id: string) =>
  new RegExp(/[_-]/.test(id) ? `(?<![\\w-])${escaped(id)}(?![\\w-])` : `#${escaped(id)}(?![\\w-])`);

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A title of one word could be any word. */
const namesTitle = (plainText: string, plainTitle: string) =>
  plainTitle.includes(" ") && plainText.includes(` ${plainTitle} `);

/** Each entry is held against each section, so what is needed of one alone is made once. */
const madeOnce = new WeakMap<Bag, ReadonlySet<number>>();

function idsOf(bag: Bag): ReadonlySet<number> {
  const known = madeOnce.get(bag) ?? new Set(bag.ids);
  madeOnce.set(bag, known);
  return known;
}

/** "a" became "an": such words stand in every entry and tell nothing. */
function tellingWordsIn(one: Bag, other: Bag, weight: WordWeight): number {
  const rarest = weight.of(NO_WORD);
  // In a short changelog few words are rare, but one that stands in these two alone tells always.
  const least = Math.min(rarest / 2, rarest - Math.log(3)) - 1e-9;
  return shared(one, other).filter((id) => weight.of(id) >= least).length;
}

/** A word that no text has weighs most. */
const NO_WORD = -1;

/** How much of the weight of one text's words is also in the other. */
function shareOf(one: Bag, other: Bag, weight: WordWeight): number {
  const all = totalOf(one, weight);
  return all === 0 ? 0 : sum(shared(one, other), weight) / all;
}

/** Words of both, found by the shorter one: an entry is a line, a change may be a chapter. */
function shared(one: Bag, other: Bag): number[] {
  const [short, long] = one.ids.length < other.ids.length ? [one, other] : [other, one];
  const has = idsOf(long);
  return [...short.ids].filter((id) => has.has(id));
}

const totals = new WeakMap<Bag, number>();

function totalOf(bag: Bag, weight: WordWeight): number {
  const known = totals.get(bag) ?? sum([...bag.ids], weight);
  totals.set(bag, known);
  return known;
}

const sum = (ids: readonly number[], weight: WordWeight) =>
  ids.reduce((total, id) => total + weight.of(id), 0);

/** The entries of one release: list items, and paragraphs outside of lists. */
function entriesOf(changelog: string, release?: string): string[] {
  const sections = changelog.split(/^(?=##\s)/m);
  const releases = sections.filter((section) => section.startsWith("##"));
  const chosen =
    (release === undefined
      ? undefined
      : releases.find((section) => headingNames(section, release))) ??
    releases[0] ??
    changelog;
  const lines = chosen.split(/\r?\n/).filter((line) => !/^#{1,6}\s/.test(line));
  const entries: string[] = [];
  let open = false;
  for (const line of lines) {
    if (line.trim() === "") open = false;
    else if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line) || !open) {
      entries.push(line.trim().replace(/^(?:[-*+]|\d+[.)])\s+/, ""));
      open = true;
    } else entries[entries.length - 1] += ` ${line.trim()}`;
  }
  return entries;
}

const headingNames = (section: string, release: string) => {
  const digits = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  return digits(section.split("\n", 1)[0]!).includes(digits(release));
};
