import type { BlockJson, NodeJson } from "@/lib/spec/block-json";
import { literalText } from "@/lib/spec/plain-text";
import { escapeLineStarts, ONLY_SIGNS } from "../escape-line-starts";
import { missingEnd } from "../blocks/html-block";
import { printInline } from "../inline/print-inline";
import { printTarget } from "../inline/print-target";
import { escapeText } from "../inline/escape-text";
import { readBack, sameNode } from "../reads-back";
import { composeExample } from "./compose-example";
import { composeHeading } from "./compose-heading";
import { composeList, type ListJson } from "./compose-list";
import { composeTable } from "./compose-table";
import { essence, withoutUid } from "./digest";
import { fenceFor, isClosedFence } from "./fences";
import { keepSource } from "./keep-source";
import { blankLine, nextLine, prefixed, type Page, type Part, type Place } from "./ink";

/** Writes a run of blocks: each from its source or anew, with the gaps between them. */
export function composeBlocks(
  blocks: readonly BlockJson[],
  prefix: string,
  parent: NodeJson | null,
  page: Page,
): string {
  const texts: string[] = [];
  let markerBefore: string | null = null;
  blocks.forEach((block, index) => {
    const previous = blocks[index - 1] ?? null;
    const last = index === blocks.length - 1;
    const place: Place = { prefix, parent, previous, last, first: index === 0, markerBefore };
    const text = composeBlock(block, place, page);
    if (previous) texts.push(gapBefore(block, [texts.at(-1)!, text], place, page));
    texts.push(text);
    markerBefore = isList(block) ? listMarker(text) : null;
  });
  return texts.join("");
}

function composeBlock(block: BlockJson, place: Place, page: Page): string {
  switch (block.type) {
    case "heading":
      return composeHeading(block, place, page);
    case "bulletList":
    case "orderedList":
      return composeList(block, place, page);
    case "table":
      return composeTable(block, place, page);
    case "example":
      return composeExample(block, place, page);
    case "blockquote":
    case "commentary":
      return composeContainer(block, place, page);
    default:
      return page.ink.part(leafPart(block, place, page));
  }
}

type Leaf = BlockJson & { type: "paragraph" | "codeBlock" | "horizontalRule" | "image" | "raw" };

function leafPart(block: Leaf, place: Place, page: Page): Part {
  const { prefix } = place;
  return {
    node: block,
    name: "text",
    depends: essence(block),
    prefix,
    canonical: () => prefixed(canonicalLeaf(block, place, page), prefix, page.style),
    usable: (raw) => canStand(block, raw, place),
    context: () => [place.previous && essence(place.previous), place.last],
    ...(block.type === "paragraph"
      ? { revise: (raw) => revisedParagraph(block, raw, place, page) }
      : {}),
  };
}

function canonicalLeaf(block: Leaf, place: Place, page: Page): string {
  switch (block.type) {
    case "paragraph":
      return canonicalParagraph(block, place, page);
    case "codeBlock": {
      const text = literalText(block);
      const fence = fenceFor("`", text);
      const { language } = block.attrs;
      return `${fence}${language}\n${text === "" ? "" : `${text}\n`}${fence}`;
    }
    case "horizontalRule":
      // Three hyphens could be front matter at the top of a file, and a bullet inside a list.
      return place.parent || place.first ? "___" : "---";
    case "image": {
      const { src, alt, title } = block.attrs;
      return `![${escapeText(alt, "all", undefined)}]${printTarget({ href: src, title })}`;
    }
    case "raw":
      return literalText(block);
  }
}

function canonicalParagraph(block: BlockJson & { type: "paragraph" }, place: Place, page: Page) {
  const { parent, first } = place;
  const unchecked = parent?.type === "listItem" && parent.attrs?.["checked"] === null;
  const at = {
    firstInItem: first && parent?.type === "listItem",
    mayLookChecked: first && unchecked,
    firstInQuote: first && parent?.type === "blockquote",
    firstInFile: first && parent === null,
  };
  return printInline(block.content ?? [], page.inline, {
    finish: (text) => escapeLineStarts(text, at),
    read: (text) => text,
  });
}

/** An edited paragraph in as much of its old spelling as reads back. */
function revisedParagraph(
  block: BlockJson & { type: "paragraph" },
  raw: string,
  place: Place,
  page: Page,
): string | null {
  const [old, more] = readBack(raw, page.inline);
  if (old?.type !== "paragraph" || more) return null;
  const before = canonicalParagraph(old, place, page);
  const text = keepSource(raw, before, canonicalParagraph(block, place, page));
  const [read, rest] = readBack(text, page.inline);
  return read && !rest && sameNode(block, read) ? text : null;
}

function composeContainer(
  block: BlockJson & { type: "blockquote" | "commentary" },
  place: Place,
  page: Page,
): string {
  const quoted = block.type === "blockquote" || isAlert(block);
  const prefix = place.prefix + (quoted ? "> " : "    ");
  const children = block.content ?? [];
  const filled = children.length > 0;
  const canonical = () => {
    if (block.type === "blockquote") return filled ? "> " : ">";
    const { kind, title } = block.attrs;
    const line = quoted ? `> [!${kind}]` : `!!! ${kind}${title === null ? "" : ` "${title}"`}`;
    return filled ? line + nextLine(prefix, page) : line;
  };
  const open = page.ink.part({
    node: block,
    name: "open",
    depends: { type: block.type, attrs: withoutUid(block), filled },
    prefix: place.prefix,
    canonical,
  });
  return open + composeBlocks(children, prefix, block, page);
}

/** `> [!NOTE]`, told by a kind in capitals without a title. */
function isAlert({ attrs: { kind, title } }: BlockJson & { type: "commentary" }): boolean {
  return title === null && /^[A-Z]+$/.test(kind);
}

function gapBefore(
  block: BlockJson,
  [previousText, text]: [string, string],
  place: Place,
  page: Page,
): string {
  const previous = place.previous as BlockJson;
  const { prefix } = place;
  const habit = place.parent?.type === "listItem" && listsTightly(previous, block, text);
  return page.ink.gap({
    previous,
    next: block,
    previousText,
    nextText: text,
    prefix,
    canonical: habit ? nextLine(prefix, page) : blankLine(prefix, page),
    separate: false,
  });
}

/** A list under the words that introduce it, inside a list item. */
function listsTightly(previous: BlockJson, next: BlockJson, text: string): boolean {
  return previous.type === "paragraph" && isList(next) && /^(?:[-*+]|1[.)]) +\S/.test(text);
}

/** Bytes of an untouched block that would mean something else, or swallow its neighbour, here. */
function canStand(block: Leaf, raw: string, place: Place): boolean {
  const indented = /^[ \t]/.test(raw);
  if (indented && place.previous && TAKES_INDENTED.has(place.previous.type)) return false;
  if (place.first && place.parent?.type === "listItem" && ONLY_SIGNS.test(raw)) return false;
  if (place.last) return true;
  if (block.type === "codeBlock") return isClosedFence(raw);
  return block.type !== "raw" || missingEnd(raw) === "";
}

const TAKES_INDENTED = new Set(["bulletList", "orderedList", "commentary", "codeBlock", "raw"]);

function isList(block: BlockJson): block is ListJson {
  return block.type === "bulletList" || block.type === "orderedList";
}

/** The marker of the list that ends here, by its first line. */
function listMarker(text: string): string | null {
  const match = /^[ \t]*(?:([-*+])|\d{1,9}([.)]))/.exec(text);
  return match ? (match[1] ?? match[2] ?? null) : null;
}
