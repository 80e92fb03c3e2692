import { UnreadableDocument } from "./unreadable-document";

/** How much of a document we are ready to read. */
export interface Limits {
  /** Nesting of blocks: a text in a paragraph in a list item in a list is three deep. */
  depth: number;
  /** Objects, lists and values in the whole document. */
  values: number;
  /** UTF-16 code units of all texts and keys together. */
  characters: number;
}

/** The Model Spec needs 7 levels, 40,000 values and 0.6 million characters. */
export const DEFAULT_LIMITS: Limits = { depth: 32, values: 2_000_000, characters: 20_000_000 };

/** The deepest nesting that any part of this program builds or reads. */
export const MAX_DEPTH = DEFAULT_LIMITS.depth;

/**
 * Refuses a value that is too deep or too large, without recursion.
 *
 * @throws UnreadableDocument naming the limit.
 */
export function checkSize(value: unknown, limits: Limits = DEFAULT_LIMITS): void {
  const pending: { value: unknown; depth: number; levels: number }[] = [
    { value, depth: 0, levels: 0 },
  ];
  let values = 0;
  let characters = 0;
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (++values > limits.values) refuse(`holds more than ${limits.values} values`);
    if (typeof next.value === "string") characters += next.value.length;
    if (characters > limits.characters) {
      refuse(`holds more than ${limits.characters} characters of text`);
    }
    if (typeof next.value !== "object" || next.value === null) continue;
    // Attributes may hold lists of lists, so plain JSON depth gets some room beyond that of blocks.
    if (next.levels > limits.depth * 2 + 12) refuse("is nested too deeply");
    for (const [key, child] of Object.entries(next.value)) {
      if (key === "__proto__") refuse("holds a key named __proto__");
      if (!Array.isArray(next.value)) characters += key.length;
      const depth = next.depth + (key === "content" ? 1 : 0);
      if (depth > limits.depth) refuse(`is nested more than ${limits.depth} blocks deep`);
      pending.push({ value: child, depth, levels: next.levels + 1 });
    }
  }
}

function refuse(reason: string): never {
  throw new UnreadableDocument("$", reason);
}
