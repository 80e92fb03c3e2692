export interface FuzzyMatch {
  /** Higher is better; comparable only for the same query. */
  score: number;
  /** Places in the text that matched, ascending, for emphasis. */
  hits: number[];
}

/**
 * Matches a query as people type it: every word of it must occur, in any order. A word may begin
 * anywhere; from there each letter follows the one before or jumps to the start of a later word,
 * so "pure" and "par" both find "Publish a release" but scattered letters do not. Accents and case
 * do not matter. Word starts and unbroken runs score higher, and so do short texts.
 * Null when it does not match; an empty query matches everything.
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const letters = fold(text);
  const hits = new Set<number>();
  let score = 0;
  for (const word of query.split(/\s+/)) {
    const folded = fold(word).map(({ letter }) => letter);
    if (folded.length === 0) continue;
    const found = matchWord(folded, letters);
    if (!found) return null;
    score += found.score;
    for (const place of found.hits) hits.add(letters[place]?.at ?? 0);
  }
  return { score: score - letters.length / 100, hits: [...hits].sort((a, b) => a - b) };
}

interface Letter {
  letter: string;
  /** Place in the text itself, counted in UTF-16 units. */
  at: number;
  startsWord: boolean;
}

// Marks that stand alone vanish, so that "é" in one code point and in two are the same.
function fold(text: string): Letter[] {
  return text.split("").flatMap((unit, at) => {
    const letter = unit.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().slice(0, 1);
    const startsWord = at === 0 || !/[\p{L}\p{N}\p{M}]/u.test(text[at - 1] ?? "");
    return letter ? [{ letter, at, startsWord }] : [];
  });
}

const RUN = 4;
const WORD_START = 3;
const LETTER = 1;

// Tries each place where the first letter occurs and keeps the best; labels are short enough for that.
function matchWord(word: string[], letters: Letter[]): FuzzyMatch | null {
  let best: FuzzyMatch | null = null;
  for (const [place, { letter }] of letters.entries()) {
    if (letter !== word[0]) continue;
    const match = matchFrom(place, word, letters);
    if (match && (!best || match.score > best.score)) best = match;
  }
  return best;
}

function matchFrom(start: number, word: string[], letters: Letter[]): FuzzyMatch | null {
  const hits: number[] = [];
  let score = 0;
  for (const wanted of word) {
    const last = hits.at(-1);
    const place = last === undefined ? start : nextPlace(last, wanted, letters);
    if (place < 0) return null;
    if (letters[place]?.startsWord) score += WORD_START;
    score += place - 1 === last ? RUN : LETTER;
    hits.push(place);
  }
  return { score, hits };
}

function nextPlace(last: number, wanted: string, letters: Letter[]) {
  if (letters[last + 1]?.letter === wanted) return last + 1;
  return letters.findIndex(
    ({ letter, startsWord }, place) => place > last && startsWord && letter === wanted,
  );
}
