import type { BlockJson, NodeJson } from "@/lib/spec/block-json";
import type { SpecDocument } from "@/lib/spec/document";

/** A proposed wording: in the block of this uid, these words become those. */
export interface Suggestion {
  uid: string;
  quote: string;
  replacement: string;
}

export type SuggestionProblem = "block is gone" | "words are gone" | "words stand twice";

/**
 * Puts a proposed wording into a document. The new words take on the marks of the first one they
 * replace; references and markers outside of the quote stay.
 *
 * @returns The new document, or why it cannot be done: it never guesses which words were meant.
 */
export function applySuggestion(
  document: SpecDocument,
  { uid, quote, replacement }: Suggestion,
): SpecDocument | SuggestionProblem {
  let outcome: SuggestionProblem | null = "block is gone";
  const content = document.content.map((block) =>
    inNode(block as NodeJson, (node) => {
      if (node.attrs?.["uid"] !== uid) return null;
      const replaced = withWords(node, quote, replacement);
      outcome = typeof replaced === "string" ? replaced : null;
      return typeof replaced === "string" ? node : replaced;
    }),
  );
  return outcome ?? { ...document, content: content as BlockJson[] };
}

// Depth is bounded: documents are at most 32 deep.
function inNode(node: NodeJson, change: (node: NodeJson) => NodeJson | null): NodeJson {
  const changed = change(node);
  if (changed) return changed;
  if (!node.content) return node;
  const content = node.content.map((child) => inNode(child, change));
  return content.every((child, index) => child === node.content?.[index])
    ? node
    : { ...node, content };
}

/** The node with the words replaced, in itself or in the one text of it that holds them. */
function withWords(
  node: NodeJson,
  quote: string,
  replacement: string,
): NodeJson | "words are gone" | "words stand twice" {
  if (quote === "") return "words are gone";
  const holders = textHolders(node).map((holder) => ({ holder, at: placesOf(holder, quote) }));
  const places = holders.flatMap(({ holder, at }) => at.map((place) => ({ holder, place })));
  const [only, second] = places;
  if (!only) return "words are gone";
  if (second) return "words stand twice";
  const replaced = splice(only.holder, only.place, quote.length, replacement);
  return inNode(node, (one) => (one === only.holder ? replaced : null));
}

/** Nodes that hold text of their own, without blocks that are somebody else's (they have a uid). */
function textHolders(node: NodeJson): NodeJson[] {
  const own = node.content?.some(({ type }) => type === "text") ? [node] : [];
  const inside = (node.content ?? [])
    .filter((child) => child.type !== "text" && typeof child.attrs?.["uid"] !== "string")
    .flatMap(textHolders);
  return [...own, ...inside];
}

// An atom takes the place of one character that no quote can contain.
const ATOM = "\u0000";
const textOf = (node: NodeJson) => node.text ?? ATOM;

function placesOf(node: NodeJson, quote: string): number[] {
  const text = (node.content ?? []).map(textOf).join("");
  const places: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}

function splice(node: NodeJson, start: number, length: number, words: string): NodeJson {
  const end = start + length;
  const content: NodeJson[] = [];
  let at = 0;
  let inserted = words === "";
  for (const child of node.content ?? []) {
    const text = textOf(child);
    const from = Math.max(0, start - at);
    const to = Math.min(text.length, end - at);
    if (from >= text.length || to <= 0) content.push(child);
    else {
      const fresh = inserted ? "" : words;
      inserted = true;
      const kept = text.slice(0, from) + fresh + text.slice(to);
      if (kept !== "") content.push({ ...child, text: kept });
    }
    at += text.length;
  }
  const { content: _, ...bare } = node;
  return content.length > 0 ? { ...bare, content } : bare;
}
