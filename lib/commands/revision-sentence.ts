import type { SpecDocument } from "@/lib/spec/document";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { documentParts, partUid } from "@/lib/spec/document-parts";
import { plainText } from "@/lib/spec/plain-text";
import type { BlockJson } from "@/lib/spec/block-json";

/** How many sections the first text of a spec has. */
export function firstSentence({ content }: SpecDocument): string {
  const count = content.filter(({ type }) => type === "heading").length;
  return count === 0
    ? "First text"
    : `First text, ${count} ${count === 1 ? "section" : "sections"}`;
}

/** What changed between two documents, in one sentence for a list. */
export function revisionSentence(before: SpecDocument, after: SpecDocument): string {
  const had = sections(before);
  const has = sections(after);
  const changed = [...has].filter(([uid, { key }]) => had.has(uid) && had.get(uid)?.key !== key);
  const added = [...has].filter(([uid]) => !had.has(uid));
  const removed = [...had].filter(([uid]) => !has.has(uid));
  const said = [
    sentence(
      "edited",
      changed.map(([, { title }]) => title),
    ),
    sentence(
      "added",
      added.map(([, { title }]) => title),
    ),
    sentence(
      "removed",
      removed.map(([, { title }]) => title),
    ),
  ].filter((each) => each !== "");
  const words = said.length > 0 ? said.join(", ") : "changed the order of sections";
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function sections(document: SpecDocument): Map<string, { key: string; title: string }> {
  return new Map(
    documentParts(document).sections.map((part) => [
      partUid(part),
      { key: canonicalJson(part), title: titleOf(part) },
    ]),
  );
}

const titleOf = ([first]: BlockJson[]) =>
  first?.type === "heading" ? plainText(first.content).trim() : "the text before the first heading";

function sentence(verb: string, titles: string[]): string {
  if (titles.length === 0) return "";
  const shown = titles.slice(0, 2).join(" and ");
  return `${verb} ${titles.length > 2 ? `${titles[0]} and ${titles.length - 1} more` : shown}`;
}
