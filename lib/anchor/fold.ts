/** A text without the differences that only a typesetter sees, and the way back to the original. */
export interface Folded {
  text: string;
  /** Where the character at each place of `text` begins in the original; one more entry for its end. */
  origin: number[];
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/;
const SINGLE = /[\u2018\u2019\u201A\u2032]/;
const DOUBLE = /[\u201C\u201D\u201E\u2033]/;
const HYPHEN = /[\u2010\u2011]/;

/**
 * Folds typography: quotation marks straight, dashes of all spellings (— – -- ---) one, any run of
 * white space one space, invisible characters gone. A published page and its source differ in just
 * these, so a quote that was selected on the page is found in the source.
 */
export function fold(text: string): Folded {
  const out: string[] = [];
  const origin: number[] = [];
  const put = (character: string, at: number) => {
    out.push(character);
    origin.push(at);
  };
  for (let at = 0; at < text.length;) {
    const dash = DASH_HERE.exec((DASH_HERE.lastIndex = at) >= 0 ? text : "");
    if (dash) {
      put("—", at);
      at += dash[0].length;
      continue;
    }
    const character = text.charAt(at);
    if (/\s/.test(character)) {
      let end = at + 1;
      while (end < text.length && /\s/.test(text.charAt(end))) end += 1;
      put(" ", at);
      at = end;
      continue;
    }
    if (!INVISIBLE.test(character)) put(plain(character), at);
    at += 1;
  }
  origin.push(text.length);
  return { text: out.join(""), origin };
}

// A dash with the space around it: " --- " and "—" are the same dash.
const DASH_HERE = /\s*(?:-{2,3}|[\u2013\u2014\u2015])\s*/y;

function plain(character: string): string {
  if (SINGLE.test(character)) return "'";
  if (DOUBLE.test(character)) return '"';
  return HYPHEN.test(character) ? "-" : character;
}
