import * as starts from "./blocks/block-starts";
import { htmlStart } from "./blocks/html-block";
import { delimiterRow, splitCells } from "./blocks/table-lines";
import { trimBlanks } from "./lines";
import { definitionIn } from "./inline/link-target";

/** Where a paragraph stands, as far as its first line may be misread for it. */
export interface ParagraphPlace {
  firstInItem: boolean;
  /** In an item without a checkbox, where the text could look like one. */
  mayLookChecked: boolean;
  firstInQuote: boolean;
  firstInFile: boolean;
}

/**
 * Puts a backslash where a line of a printed paragraph would start another block.
 *
 * @param text Inline content as printed, lines joined by "\n".
 */
export function escapeLineStarts(text: string, place: ParagraphPlace): string {
  if (!text.includes("\n")) return escapeFirst(text, place);
  const lines = text.split("\n");
  const out = [escapeFirst(lines[0]!, place)];
  for (let index = 1; index < lines.length; index++) {
    out.push(escapeNext(lines[index]!, out[index - 1]!));
  }
  return out.join("\n");
}

function escapeFirst(line: string, place: ParagraphPlace): string {
  if (place.mayLookChecked && starts.TASK.test(line)) return `\\${line}`;
  if (place.firstInItem && ONLY_SIGNS.test(line)) return line.replaceAll(/[*_-]/g, "\\$&");
  if (place.firstInQuote && starts.ALERT.test(line)) return `\\${line}`;
  if (place.firstInFile && /^\+\+\+[ \t]*$/.test(line)) return `\\${line}`;
  if (!starts.MAY_START.test(line)) return line;
  if (starts.RULE_LINE.test(line)) return line.replace("[", "\\[");
  const footnote = starts.FOOTNOTE.exec(line);
  if (footnote) return `${footnote[0].slice(0, -1)}\\:${line.slice(footnote[0].length)}`;
  if (definitionIn(line)) return line.replace("]:", "]\\:");
  const ordered = starts.ORDERED.exec(line);
  if (ordered) return escapeAt(line, ordered[1]!.length);
  return starts.BULLET.test(line) ? `\\${line}` : escapeEither(line, false);
}

/** Signs that together with a bullet would be a rule across the page. */
export const ONLY_SIGNS = /^([-*_])(?:\1|[ \t])*$/;

function escapeNext(line: string, above: string): string {
  if (!starts.MAY_START.test(line)) return line;
  if (starts.SETEXT.test(line)) return `\\${line}`;
  const aligns = delimiterRow(line);
  if (aligns && splitCells(above).length === aligns.length) return `\\${line}`;
  const ordered = starts.ORDERED.exec(line);
  if (ordered) {
    const rest = line.slice(ordered[0].length);
    return Number(ordered[1]) === 1 && trimBlanks(rest) !== ""
      ? escapeAt(line, ordered[1]!.length)
      : line;
  }
  if (starts.BULLET.test(line) && trimBlanks(line.slice(1)) !== "") return `\\${line}`;
  return escapeEither(line, true);
}

/** What starts a block on the first line of a paragraph as well as on any other. */
function escapeEither(line: string, afterParagraph: boolean): string {
  // Every sign of a run: what is left of it could pair with a run further on.
  if (starts.FENCE.test(line) || /^[*_]/.test(line)) {
    const run = starts.FENCE.exec(line) ?? (starts.THEMATIC_BREAK.test(line) ? [line] : null);
    if (run) return run[0].replaceAll(/[`~*_]/g, "\\$&") + line.slice(run[0].length);
  }
  const special =
    starts.QUOTE.test(line) ||
    starts.ATX.test(line) ||
    starts.THEMATIC_BREAK.test(line) ||
    starts.COMMENTARY.test(line) ||
    htmlStart(line, afterParagraph) !== null;
  return special ? `\\${line}` : line;
}

function escapeAt(line: string, at: number): string {
  return `${line.slice(0, at)}\\${line.slice(at)}`;
}
