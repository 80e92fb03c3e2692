import { slug } from "@/lib/spec/slug";
import { sameContent } from "../parts/content-key";
import type { SectionPart } from "../parts/section-part";
import { sameWords } from "../text/tokens";
import { wordParts } from "../text/word-parts";
import { sameParent } from "./reordered-sections";
import { alternative, sure } from "./report";
import { classOfMove, type Telling } from "./telling";

/** Tells what became of a section that stands in both documents: its place, name, authority and tags. */
export function tellSectionPair(
  from: SectionPart,
  to: SectionPart,
  reordered: boolean,
  telling: Telling,
): void {
  if (!from.section || !to.section) return;
  tellPlace(from, to, reordered, telling);
  tellName(from, to, telling);
  tellAuthority(from, to, telling);
  tellAttributes(from, to, telling);
}

const placesOf = (from: SectionPart, to: SectionPart, telling: Telling) => ({
  from: telling.from.section(from),
  to: telling.to.section(to),
});

function tellPlace(from: SectionPart, to: SectionPart, reordered: boolean, telling: Telling): void {
  const places = placesOf(from, to, telling);
  const authority = to.section!.authority;
  const titles = { before: from.title, after: to.title };
  const moved = !sameParent(from, to);
  let move: string | null = null;
  if (moved || reordered) {
    const kind = moved ? "section.moved" : "section.reordered";
    const weight = moved ? classOfMove(from, to, telling) : "editorial";
    const change = { class: weight, ...places, ...titles, authority };
    move = telling.report.add(kind, change, [from, to]).id;
  }
  const [was, now] = [from.section!.level, to.section!.level];
  if (was === now) return;
  // A section that moved has the depth of its new place.
  const values = { before: String(was), after: String(now), partOf: moved ? move : null };
  telling.report.add("section.level", { class: "editorial", ...places, ...values }, [from, to]);
}

function tellAuthority(from: SectionPart, to: SectionPart, telling: Telling): void {
  const { authority } = from.section!;
  const was = authority === null ? null : (telling.levels.get(authority) ?? authority);
  const now = to.section!.authority;
  if (was === now) return;
  const values = { before: authority, after: now, direction: directionOf(was, now, telling) };
  const places = placesOf(from, to, telling);
  telling.report.add("section.authority", { class: "normative", ...places, ...values }, [from, to]);
}

/** Both keys in the words of the document after. A section that became a clause was raised. */
function directionOf(
  was: string | null,
  now: string | null,
  { comparison }: Telling,
): "raised" | "lowered" | null {
  const { levels } = comparison.after.document;
  const rankOf = (key: string | null) =>
    key === null ? Infinity : levels.find((level) => level.key === key)?.rank;
  const [before, after] = [rankOf(was), rankOf(now)];
  if (before === undefined || after === undefined || before === after) return null;
  return after < before ? "raised" : "lowered";
}

function tellAttributes(from: SectionPart, to: SectionPart, telling: Telling): void {
  const places = placesOf(from, to, telling);
  const [tagsBefore, tagsAfter] = [from, to].map(({ section }) => section!.tags.join(" "));
  if (tagsBefore !== tagsAfter) {
    const values = { before: tagsBefore || null, after: tagsAfter || null };
    telling.report.add("section.tags", { class: "normative", ...places, ...values }, [from, to]);
  }
  const [before, after] = [from, to].map(({ section }) => section!.heading.attrs.extra);
  if (before === after) return;
  const values = { before: before || null, after: after || null };
  telling.report.add("section.attributes", { class: "editorial", ...places, ...values }, [
    from,
    to,
  ]);
}

function tellName(from: SectionPart, to: SectionPart, telling: Telling): void {
  const { report, renames } = telling;
  const places = placesOf(from, to, telling);
  const sureness = surenessOf(from, to, telling);
  const retitled = !sameContent(from.titleContent, to.titleContent);
  if (from.id !== to.id && !(retitled && followsTitle(from) && followsTitle(to))) {
    const values = { before: from.id, after: to.id };
    const renaming = { class: "editorial" as const, ...places, ...values, ...sureness };
    const change = report.add("section.renamed", renaming, [from, to]);
    if (from.id !== null) renames.set(from.id, change.id);
  }
  if (!retitled) return;
  const same = sameWords(from.titleTokens, to.titleTokens);
  const change = report.add(
    "section.retitled",
    {
      class: same ? "typographic" : "normative",
      ...places,
      before: from.title,
      after: to.title,
      parts: wordParts(from.titleTokens, to.titleTokens),
      ...sureness,
    },
    [from, to],
  );
  if (from.id !== null && !renames.has(from.id)) renames.set(from.id, change.id);
}

/** How sure it is that the one became the other, and what else it may be. */
function surenessOf(from: SectionPart, to: SectionPart, telling: Telling) {
  const { confidence } = telling.comparison.sections.evidence(from);
  if (confidence >= 0.8) return { confidence: sure(confidence), alternatives: [] };
  const places = placesOf(from, to, telling);
  const why = `“${from.title}” was removed, and “${to.title}” is a section of its own.`;
  const kinds = ["section.removed", "section.added"] as const;
  return {
    confidence: sure(confidence),
    alternatives: [alternative([...kinds], 1 - confidence, why, places.from, places.to)],
  };
}

/** Where titles give ids, a new title gives a new id: that is one fact. */
function followsTitle({ id, title }: SectionPart): boolean {
  return id !== null && id.replace(/-\d+$/, "") === slug(title).replace(/-\d+$/, "");
}
