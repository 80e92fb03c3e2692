import type { InlineJson, MarkJson } from "@/lib/spec/block-json";

/** What a piece of prose says besides its words. */
export interface InlineReading {
  /** Its words, with references as they stand in Markdown: `[?](#id)`, `[^id]`, `\(x\)`. */
  text: string;
  pointers: Pointer[];
  markers: MarkerSpot[];
  /** Emphasis and how things are spelled: equal when two pieces differ in words, pointers or markers alone. */
  format: string;
}

export interface Pointer {
  kind: "xref" | "link";
  /** An id without `#`, or an address. */
  target: string;
  /** Its own words; empty for a reference that shows the title of its target. */
  words: string;
}

export interface MarkerSpot {
  id: string;
  /** Where it stands in the text. */
  at: number;
}

/** Reads inline content once for everything that is compared in it. */
export function readInline(content: readonly InlineJson[] | undefined): InlineReading {
  const reading: InlineReading = { text: "", pointers: [], markers: [], format: "" };
  let link: Pointer | null = null;
  let marks = "";
  for (const node of content ?? []) {
    link = readLink(node.marks, link, reading.pointers);
    if (node.type === "evaluationMarker") {
      reading.markers.push({ id: node.attrs.id, at: reading.text.length });
    } else if (node.type === "crossReference") {
      reading.pointers.push({ kind: "xref", target: node.attrs.id, words: "" });
    }
    const words = wordsOf(node);
    if (link) link.words += words;
    reading.text += words;
    // Marks are noted where they change, so that a removed marker between two texts is no new format.
    const own = formatOf(node.marks);
    if (own !== marks) reading.format += `\u0003${own}`;
    marks = own;
    if (node.type !== "evaluationMarker") reading.format += spelling(node);
  }
  return reading;
}

function readLink(
  marks: readonly MarkJson[] | undefined,
  open: Pointer | null,
  pointers: Pointer[],
): Pointer | null {
  const mark = marks?.find((each) => each.type === "link");
  if (!mark) return null;
  const { href } = mark.attrs;
  const inside = href.startsWith("#") && href.length > 1;
  const target = inside ? href.slice(1) : href;
  if (open && open.target === target) return open;
  const pointer: Pointer = { kind: inside ? "xref" : "link", target, words: "" };
  pointers.push(pointer);
  return pointer;
}

/** The words that one node adds to the text of its unit. */
export function wordsOf(node: InlineJson): string {
  const words = plainWords(node);
  // Struck out is not said, so it is no mere emphasis.
  return node.marks?.some((mark) => mark.type === "strike") ? `~~${words}~~` : words;
}

function plainWords(node: InlineJson): string {
  switch (node.type) {
    case "text":
      return node.text;
    // A line end of the source reads as a space.
    case "softBreak":
      return " ";
    case "hardBreak":
      return "\n";
    case "crossReference":
      return `[?](#${node.attrs.id})`;
    case "evaluationMarker":
      return `[^${node.attrs.id}]`;
    case "math":
      return `\\(${node.attrs.tex}\\)`;
    case "inlineImage":
      return `![${node.attrs.alt}](${node.attrs.src})`;
    case "rawInline":
      return node.attrs.source;
  }
}

function formatOf(marks: readonly MarkJson[] | undefined): string {
  if (!marks) return "";
  let key = "";
  for (const { type } of marks) if (type !== "link") key += type;
  return key;
}

function spelling(node: InlineJson): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "crossReference":
      return "\u0004";
    case "math":
      return `\u0005${node.attrs.delimiter}${node.attrs.tex}${String(node.attrs.display)}`;
    default:
      return `\u0005${node.type}${plainWords(node)}`;
  }
}
