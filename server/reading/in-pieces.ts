/** Characters of markup that a slow phone (four times slower than ours) reads in less than 50 ms. */
const PIECE = 12_000;

/** Runs nothing, so no policy forbids it; a parser gives way to drawing and to the reader behind it. */
export const REST = "<script></script>";

/**
 * The parts of a long page one after the other, with a rest between pieces of about `PIECE` characters.
 * Chromium's parser takes all that has arrived in one go once it has given way twice
 * (html_document_parser.cc: up to 500 ms, except behind a script): a whole spec is then one task of 180 ms
 * and one frame of 200 ms, in which the page answers nobody.
 */
export function inPieces(parts: readonly string[]): string {
  let html = "";
  let since = 0;
  for (const part of parts) {
    if (since >= PIECE) {
      html += REST;
      since = 0;
    }
    html += part;
    since += part.length;
  }
  return html;
}
