import type { BlockJson } from "@/lib/spec/block-json";
import { walk } from "@/lib/spec/walk";
import type { DrawnRelease } from "./draw-release";
import type { Edition } from "./edition";

/** The name of a block in an address: `<clause>~<first letters of its uid>`. */
export interface BlockName {
  /** Empty for the text before the first heading. */
  clause: string;
  letters: string;
}

/** Where a block stands in one release. */
export interface BlockPlace {
  uid: string;
  /** The section that it stands in today, which need not be the one of its name. */
  sectionId: string | null;
  /** The example that it is or belongs to, as the address of that ends. */
  example: string | null;
}

/** @returns Null for what names no block. */
export function blockName(part: string): BlockName | null {
  const at = part.lastIndexOf("~");
  const letters = part.slice(at + 1);
  return at < 0 || letters === "" ? null : { clause: part.slice(0, at), letters };
}

/**
 * Finds a block by its name. A block keeps its uid when it is reworded or moved, so its name holds in
 * later releases too. In its clause the first one counts; elsewhere only one that cannot be mistaken.
 */
export function findBlock(
  { facts, context }: Edition,
  { clause, letters }: BlockName,
): BlockPlace | null {
  const { preamble, sections } = facts.tree;
  const found: BlockPlace[] = [];
  const look = (block: BlockJson, sectionId: string | null) => {
    const example = block.type === "example" ? context.anchorOf(block) : null;
    walk([block], ({ attrs }) => {
      const uid = attrs?.["uid"];
      if (typeof uid === "string" && uid.startsWith(letters))
        found.push({ uid, sectionId, example });
    });
  };
  for (const block of preamble) look(block, null);
  for (const { id, heading, blocks } of sections) {
    for (const block of [heading, ...blocks]) look(block, id);
  }
  return (
    found.find(({ uid }) => uid === letters) ??
    found.find(({ sectionId }) => (sectionId ?? "") === clause) ??
    (found.length === 1 ? found[0]! : null)
  );
}

/**
 * The first words of a block as a browser shows them: enough of them that nothing above reads the same,
 * because a browser goes to the first place that does.
 *
 * @returns Null where the block has no words of its own on the page, or none that are found there first.
 */
export function wordsOfBlock({ html, uids }: DrawnRelease, uid: string): string | null {
  const elements = [...html.matchAll(BLOCK)];
  for (let at = uids.indexOf(uid); ; at += 1) {
    const element = elements[at];
    if (!element) return null;
    const start = element.index + element[0].length;
    const end = html.slice(start).search(NEXT_BLOCK);
    const own = html.slice(start, end < 0 ? undefined : start + end);
    const runs = runsOf(own);
    if (runs.length > 0) {
      return firstHere(runs, html.slice(html.indexOf("<body"), element.index));
    }
    // A box of other blocks begins with the words of the first of them.
    if (element[0].startsWith("<p") || CLOSED.test(own)) return null;
  }
}

/** So many words of the first run that has them as stand nowhere above. */
function firstHere(runs: readonly string[], before: string): string | null {
  const above = runsOf(before).join("\n").toLowerCase();
  for (const run of runs) {
    const words = run.split(" ").slice(0, MOST_WORDS);
    for (let count = Math.min(words.length, FEW_WORDS); count <= words.length; count += 1) {
      const quote = words.slice(0, count).join(" ");
      if (!above.includes(quote.toLowerCase())) return quote;
    }
  }
  return null;
}

const FEW_WORDS = 8;
const MOST_WORDS = 40;
const BLOCK = /<[a-z][^<>]* data-u(?=[ >])[^<>]*>/g;
const CLOSED = /<\/(?:div|li|blockquote|figure|pre|h[1-6])>/;
const NEXT_BLOCK = /<[a-z][^<>]* data-u(?=[ >])|<\/?section/;

// Browsers look for words within one box. The names of speakers and of commentary are boxes of their own.
const BOX = "p|li|ul|ol|div|figure|figcaption|section|h[1-6]|pre|table|t[rdh]|dl|d[td]|hr|button";
const BOUNDARY = new RegExp(
  `<b class="?(?:speaker|commentary-title)"?>[^<]*</b>|</?(?:${BOX}|details|summary|blockquote|nav|main|aside)\\b[^<>]*>`,
);

/** The text of each box, in order. */
const runsOf = (html: string): string[] =>
  html
    .replaceAll(/<(style|script|math)\b[\s\S]*?<\/\1>/g, "<hr>")
    .split(BOUNDARY)
    .map((run) =>
      unescaped(run.replaceAll(/<[^<>]*>/g, ""))
        .replaceAll(/\s+/g, " ")
        .trim(),
    )
    .filter(Boolean);

const ENTITIES: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&amp;": "&",
};

/** What React writes for signs that mean something in HTML. */
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => ENTITIES[entity]!);
