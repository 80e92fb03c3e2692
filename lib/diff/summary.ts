import type { Change, ChangeClass, ChangeKind, ChangeOf } from "./change";
import type { DocumentDiff, SectionSide } from "./document-diff";

/** A comparison at a glance. */
export interface DiffSummary {
  /** Changes by kind, what is part of another change left out. In the order of how much they mean. */
  kinds: { kind: ChangeKind; count: number }[];
  classes: Record<ChangeClass, number>;
  /** Every change, parts included. */
  total: number;
  /** Levels that changed and clauses that changed their level: what is read first. */
  authority: Change[];
  chapters: ChapterSummary[];
  /** Sections with any change in or about them, added and removed ones included. */
  sectionsChanged: number;
  sectionsUnchanged: number;
  /** `Authority of “X” lowered from Root to System, 3 clauses edited, 1 example added`. */
  sentence: string;
}

/** A chapter with what changed in it and under it. */
export interface ChapterSummary {
  /** As it is now, or as it was when it is gone. */
  chapter: SectionSide;
  state: "changed" | "added" | "removed";
  changes: number;
  /** Sections of it that changed, itself included. */
  sections: SectionSide[];
}

/** Counts and orders what a comparison found. */
export function summarise({
  changes,
  alignment,
}: Pick<DocumentDiff, "changes" | "alignment">): DiffSummary {
  const own = changes.filter(({ partOf }) => partOf === null);
  const rows = alignment.sections;
  const changed = rows.filter(({ unchanged }) => !unchanged);
  return {
    kinds: countByKind(own),
    classes: {
      normative: own.filter((change) => change.class === "normative").length,
      editorial: own.filter((change) => change.class === "editorial").length,
      typographic: own.filter((change) => change.class === "typographic").length,
    },
    total: changes.length,
    authority: changes.filter(isAuthority),
    chapters: chapters(alignment),
    sectionsChanged: changed.length,
    sectionsUnchanged: rows.length - changed.length,
    sentence: inOneSentence(changes),
  };
}

const isAuthority = ({ kind }: Change) => kind === "section.authority" || kind.startsWith("level.");

/** What matters most for what a clause demands comes first. */
const WEIGHT = [
  "level",
  "section.authority",
  "section",
  "unit",
  "sentence",
  "example",
  "response",
  "message",
  "xref",
  "link",
  "marker",
  "prompts",
];

function countByKind(changes: readonly Change[]): DiffSummary["kinds"] {
  const counts = new Map<ChangeKind, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const weight = (kind: ChangeKind) => {
    const at = WEIGHT.findIndex((prefix) => kind === prefix || kind.startsWith(`${prefix}.`));
    return (at < 0 ? WEIGHT.length : at) + (kind.endsWith(".typography") ? 0.5 : 0);
  };
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => weight(a.kind) - weight(b.kind));
}

function chapters(alignment: DocumentDiff["alignment"]): ChapterSummary[] {
  const found = new Map<string, ChapterSummary>();
  for (const row of alignment.sections) {
    if (row.unchanged) continue;
    const side = (row.to ?? row.from)!;
    const now = row.to !== null;
    const [top = ""] = side.number.split(".");
    const key = `${now ? "now" : "was"} ${top}`;
    const chapter = found.get(key) ?? {
      chapter: chapterOf(alignment, top, now) ?? side,
      state: stateOf(alignment, top, now),
      changes: 0,
      sections: [],
    };
    chapter.changes += new Set([
      ...row.changes,
      ...row.blocks.flatMap((block) => block.changes),
    ]).size;
    chapter.sections.push(side);
    found.set(key, chapter);
  }
  return [...found.values()];
}

const rowOf = (alignment: DocumentDiff["alignment"], number: string, now: boolean) =>
  alignment.sections.find((row) => (now ? row.to : row.from)?.number === number);

function chapterOf(
  alignment: DocumentDiff["alignment"],
  number: string,
  now: boolean,
): SectionSide | null {
  const row = rowOf(alignment, number, now);
  return (now ? row?.to : row?.from) ?? null;
}

function stateOf(
  alignment: DocumentDiff["alignment"],
  number: string,
  now: boolean,
): ChapterSummary["state"] {
  const row = rowOf(alignment, number, now);
  if (!row?.from) return "added";
  return row.to ? "changed" : "removed";
}

/** At most this many things are named; the rest is counted. */
const MOST_NAMED = 2;

/** What happened in one sentence without a full stop, for timelines and feeds. */
function inOneSentence(changes: readonly Change[]): string {
  const own = changes.filter(({ partOf }) => partOf === null);
  if (own.length === 0) return "No change";
  const said = [
    ...levelWords(own),
    ...authorityWords(own),
    ...sectionWords(own),
    ...editedWords(changes),
    ...exampleWords(own),
  ];
  if (said.length === 0) said.push(...restWords(own));
  const [first = "", ...rest] = said;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(", ");
}

const ofKind = <K extends ChangeKind>(changes: readonly Change[], kind: K): ChangeOf<K>[] =>
  changes.filter((change) => change.kind === kind) as unknown as ChangeOf<K>[];

const word = (key: string | null) =>
  key === null ? "none" : key.charAt(0).toUpperCase() + key.slice(1).replaceAll(/[_-]+/g, " ");

const levelWords = (changes: readonly Change[]) =>
  ofKind(changes, "level.renamed").map(
    ({ before, after }) => `level ${word(before)} renamed to ${word(after)}`,
  );

function authorityWords(changes: readonly Change[]): string[] {
  const moved = ofKind(changes, "section.authority");
  if (moved.length > MOST_NAMED) return [`authority of ${moved.length} clauses changed`];
  return moved.map(
    ({ to, before, after, direction }) =>
      `authority of “${to?.sectionTitle ?? ""}” ${direction ?? "changed"} from ${word(before)} to ${word(after)}`,
  );
}

function sectionWords(changes: readonly Change[]): string[] {
  const said: string[] = [];
  for (const [kind, verb] of [
    ["section.added", "added"],
    ["section.removed", "removed"],
    ["section.merged", "merged"],
    ["section.split", "split"],
    ["section.moved", "moved"],
    ["section.retitled", "retitled"],
  ] as const) {
    const number = ofKind(changes, kind).length;
    if (number > 0) said.push(`${count(number, "section")} ${verb}`);
  }
  return said;
}

/** Clauses (or sections) whose own words changed. */
function editedWords(changes: readonly Change[]): string[] {
  const edited = new Set<string>();
  let clauses = true;
  for (const { kind, class: weight, to, from, partOf } of changes) {
    if (!/^(?:unit|sentence)\./.test(kind) || weight === "typographic" || partOf !== null) continue;
    const place = to ?? from;
    clauses &&= place?.authority != null;
    edited.add(place?.sectionId ?? place?.sectionNumber ?? "");
  }
  return edited.size === 0 ? [] : [`${count(edited.size, clauses ? "clause" : "section")} edited`];
}

function exampleWords(changes: readonly Change[]): string[] {
  const said: string[] = [];
  for (const verb of ["added", "removed", "edited", "moved", "renamed"] as const) {
    const found = ofKind(changes, `example.${verb}`);
    const number = found.filter((change) => !("turned" in change && change.turned)).length;
    if (number > 0) said.push(`${count(number, "example")} ${verb}`);
  }
  const into = ofKind(changes, "example.removed").filter(({ turned }) => turned).length;
  const outOf = ofKind(changes, "example.added").filter(({ turned }) => turned).length;
  if (into > 0) said.push(`${count(into, "example")} became commentary`);
  if (outOf === 1) said.push("1 commentary became an example");
  if (outOf > 1) said.push(`${outOf} commentaries became examples`);
  return said;
}

function restWords(changes: readonly Change[]): string[] {
  if (changes.every((change) => change.class === "typographic")) return ["only typography changed"];
  return [count(changes.length, "small change")];
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`;
