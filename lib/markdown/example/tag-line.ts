import type { AttributePair } from "@/lib/spec/block-json";
import { ROLES, VERDICTS, type Role, type Verdict } from "@/lib/spec/schema/example-blocks";
import { isAnchorText } from "@/lib/spec/schema/attributes";
import { trimBlanks } from "../lines";

/** The line that opens a message: `<assistant recipient="x"> <!-- GOOD: reason -->`. */
export interface TagLine {
  role: Role;
  attributes: AttributePair[];
  /** What the comment says; null without a comment. */
  label: Label | null;
  /** Text behind the tag on the same line, and where it starts; null when the line is only a tag. */
  inline: { text: string; at: number } | null;
  /** Signs before the tag or blanks behind it that an editor left by accident. */
  mangled: boolean;
}

export interface Label {
  verdict: Verdict | null;
  violates: string | null;
  reason: string;
}

const ROLE = ROLES.join("|");
const ATTRIBUTE = String.raw`[ \t]+([A-Za-z_][\w.:-]{0,99})="([^"]*)"`;
const OPEN = new RegExp(`^([ \\t*]{0,3})<(${ROLE})((?:${ATTRIBUTE})*)[ \\t]*>(.*)$`, "s");
const CLOSE = new RegExp(`^([ \\t*]{0,3})</(${ROLE}|comparison)>([ \\t]*)$`);
const COMPARISON = /^([ \t*]{0,3})<comparison>([ \t]*)$/;
const COMMENT = /^[ \t]*<!--(.*)-->[ \t]*$/s;
const LABEL = new RegExp(
  `^(${VERDICTS.join("|")}|(?=:))(?:\\[#([^\\]\\s]+)\\])?(?:[ \\t]*:[ \\t]*(.*)|,[ \\t]+(.*))?$`,
  "s",
);

export function openTag(line: string): TagLine | null {
  const match = OPEN.exec(line);
  if (!match) return null;
  const [, before, role, source, , , rest] = match as unknown as string[];
  const attributes = [...source!.matchAll(new RegExp(ATTRIBUTE, "g"))].map(
    ([, name, value]): AttributePair => [name!, value!],
  );
  if (attributes.length > 64) return null;
  const comment = COMMENT.exec(rest!)?.[1];
  const only = comment !== undefined || trimBlanks(rest!) === "";
  return {
    role: role as Role,
    attributes,
    label: comment === undefined ? null : labelOf(trimBlanks(comment)),
    inline: only ? null : { text: rest!, at: line.length - rest!.length },
    mangled: before !== "" || (only && /[ \t]$/.test(line)),
  };
}

/** The role that a line closes, or `comparison`. */
export function closeTag(line: string): { name: Role | "comparison"; mangled: boolean } | null {
  const match = CLOSE.exec(line);
  if (!match) return null;
  return { name: match[2] as Role, mangled: match[1] !== "" || match[3] !== "" };
}

export function comparisonTag(line: string): { mangled: boolean } | null {
  const match = COMPARISON.exec(line);
  return match && { mangled: match[1] !== "" || match[2] !== "" };
}

/** Reads `BAD[#id]: reason`. Words that are no verdict are a reason without one. */
function labelOf(text: string): Label {
  const match = LABEL.exec(text);
  const violates = match?.[2] ?? null;
  if (!match || (violates !== null && !isAnchorText(violates))) {
    return { verdict: null, violates: null, reason: text };
  }
  const verdict = match[1] ? (match[1] as Verdict) : null;
  return { verdict, violates, reason: match[3] ?? match[4] ?? "" };
}

/** Writes a label; empty when there is nothing to say. */
export function printLabel({ verdict, violates, reason }: Label): string {
  const clause = violates === null ? "" : `[#${violates}]`;
  if (verdict !== null) return verdict + clause + (reason ? `: ${reason}` : "");
  if (!reason) return "";
  const alone = labelOf(reason);
  return alone.verdict === null && alone.reason === reason ? reason : `: ${reason}`;
}

export function printOpenTag(role: Role, attributes: readonly AttributePair[]): string {
  return `<${role}${attributes.map(([name, value]) => ` ${name}="${value}"`).join("")}>`;
}
