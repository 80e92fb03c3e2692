/** Characters of markup that a phone four times slower than ours takes in less than 50 ms. */
const PIECE = 12_000;

/** Runs nothing, so no policy forbids it. */
export const REST = "<script></script>";

/**
 * The parts of a long page one after the other, with a rest between pieces of about `PIECE` characters.
 * Chromium's parser, once it has given way some times, goes on for up to half a second before it lets
 * anything be drawn or answers the reader; behind a script in the body it goes on for 10 ms at most
 * (`HTMLDocumentParser::PumpTokenizer`). Without rests the largest piece of a whole spec was 180 ms, and the
 * frame behind it 200.
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
