export interface FuzzyMatch {
  /** Higher is better; comparable only for the same query. */
  score: number;
  /** Places in the text that matched, ascending, for emphasis. */
  hits: number[];
}

/**
 * Matches a query as people type it: every word of it must occur, in any order, whole or as letters
 * in sequence. Accents and case do not matter. Word starts and unbroken runs score higher, and so
 * do short texts. Null when it does not match; an empty query matches everything.
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const haystack = fold(text);
  const hits = new Set<number>();
  let score = 0;
  for (const word of fold(query).join("").split(/\s+/).filter(Boolean)) {
    const found = matchWord(word.split(""), haystack);
    if (!found) return null;
    score += found.score;
    for (const hit of found.hits) hits.add(hit);
  }
  return { score: score - haystack.length / 100, hits: [...hits].sort((a, b) => a - b) };
}

// One folded character for each code unit of the text, so that hits point into the text itself.
function fold(text: string) {
  return text
    .split("")
    .map((unit) => unit.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().slice(0, 1));
}

const RUN = 4;
const WORD_START = 3;
const LETTER = 1;

// Tries each place where the first letter occurs and keeps the best; labels are short enough for that.
function matchWord(word: string[], haystack: string[]): FuzzyMatch | null {
  let best: FuzzyMatch | null = null;
  for (let start = 0; start < haystack.length; start += 1) {
    if (haystack[start] !== word[0]) continue;
    const match = matchFrom(start, word, haystack);
    if (match && (!best || match.score > best.score)) best = match;
  }
  return best;
}

function matchFrom(start: number, word: string[], haystack: string[]): FuzzyMatch | null {
  const hits: number[] = [];
  let score = 0;
  let from = start;
  for (const letter of word) {
    const at = haystack.indexOf(letter, from);
    if (at < 0) return null;
    if (startsWord(haystack, at)) score += WORD_START;
    score += at === from && hits.length > 0 ? RUN : LETTER;
    hits.push(at);
    from = at + 1;
  }
  return { score, hits };
}

const startsWord = (haystack: string[], at: number) =>
  at === 0 || !/[\p{L}\p{N}]/u.test(haystack[at - 1] ?? "");
