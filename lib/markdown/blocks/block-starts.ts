import { RULE_LINE } from "@/lib/spec/anchors";
import { htmlStart } from "./html-block";

/**
 * What a line may start, by its first visible characters. One place, because the scanner reads by these
 * rules and the printer escapes by them.
 */

export const ATX = /^(#{1,6})(?:[ \t]+|$)/;
export const SETEXT = /^(?:=+|-+)[ \t]*$/;
export const THEMATIC_BREAK = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
export const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
export const BULLET = /^[*+-](?=[ \t]|$)/;
export const ORDERED = /^(\d{1,9})([.)])(?=[ \t]|$)/;
export const QUOTE = /^>/;
export const COMMENTARY = /^!!![ \t]+([A-Za-z][\w-]*(?:[ \t]+[\w-]+)*)(?:[ \t]+"([^"]*)")?[ \t]*$/;
export const ALERT = /^\[!([A-Za-z]+)\][ \t]*$/;
export const FOOTNOTE = /^\[\^([^\s[\]^]+)\]:/;
export const TASK = /^\[([ xX])\](?=[ \t]+[^ \t])/;
export { RULE_LINE };

/** The title line of an example, up to where its title starts. */
export const EXAMPLE_TITLE = /^\*\*Example(?:\*\*:|:\*\*)[ \t]*/;

/** Lines that start with anything else can only be text. */
export const MAY_START = /^[>#`~<!*_=+|:[\]r0-9-]/;

/** Whether a line ends a table or footnote that stands directly above it. */
export function startsBlock(line: string): boolean {
  if (!MAY_START.test(line)) return false;
  return (
    [QUOTE, ATX, FENCE, COMMENTARY, THEMATIC_BREAK, BULLET, ORDERED].some((start) =>
      start.test(line),
    ) || htmlStart(line, true) !== null
  );
}
