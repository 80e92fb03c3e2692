import type { Change, ChangeClass, Place } from "./change";
import type { DocumentDiff } from "./document-diff";
import { sentenceOf } from "./sentence";
import { summarise } from "./summary";

/**
 * Release notes to start from, as Markdown: authority first, then by what a change means, then by clause
 * in reading order. What is part of another change is left out; typography is counted, not listed.
 */
export function draftChangelog(diff: DocumentDiff): string {
  const own = diff.changes.filter(({ partOf }) => partOf === null);
  const { authority, sentence } = summarise(diff);
  const rest = own.filter((change) => !authority.includes(change));
  const title = `# ${diff.from && diff.to ? `Changes from ${diff.from} to ${diff.to}` : "Changes"}`;
  if (own.length === 0) return `${title}\n\nNothing changed.\n`;
  const parts = [
    title,
    `${sentence}.`,
    ...chapter("Authority", authority.map(lineOf)),
    ...byClass("What the clauses say", "normative", rest),
    ...byClass("Explanations, names and places", "editorial", rest),
    ...typography(rest),
  ];
  return `${parts.join("\n\n")}\n`;
}

function byClass(title: string, wanted: ChangeClass, changes: readonly Change[]): string[] {
  const groups = new Map<string, string[]>();
  for (const change of changes) {
    if (change.class !== wanted) continue;
    const place = homeOf(change);
    const lines = groups.get(place) ?? [];
    lines.push(lineOf(change));
    groups.set(place, lines);
  }
  const sections = [...groups].flatMap(([place, lines]) => [`### ${place}`, lines.join("\n")]);
  return sections.length === 0 ? [] : [`## ${title}`, ...sections];
}

function homeOf({ kind, from, to }: Change): string {
  if (kind.startsWith("prompts.")) return "Evaluation prompts";
  const place: Place | null = to?.sectionNumber ? to : from?.sectionNumber ? from : null;
  return place ? oneLine(place.sectionTitle ?? "Untitled") : "Opening";
}

const chapter = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`## ${title}`, lines.join("\n")];

const lineOf = (change: Change) => `- ${oneLine(sentenceOf(change))}`;

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();

function typography(changes: readonly Change[]): string[] {
  const places = changes.filter((change) => change.class === "typographic").length;
  if (places === 0) return [];
  const where = `${places} ${places === 1 ? "place" : "places"}`;
  return ["## Typography", `Dashes, quotes, white space or emphasis changed in ${where}.`];
}
