import type { NodeJson } from "@/lib/spec/block-json";
import type { Json } from "@/lib/spec/canonical-json";
import type { ListHabit, PrintStyle } from "../source-map";
import { unifyLineEnds } from "../lines";
import type { InlineContext } from "../inline/parse-inline";

/**
 * Where the bytes of a part come from. The same composition runs twice: while reading it notes which
 * parts of the source the printer would write differently, while printing it uses what was noted.
 */
export interface Ink {
  part(part: Part): string;
  /** What stands between two neighbours; `previous` is null before the first child of an example. */
  gap(gap: Gap): string;
  listHabit(list: NodeJson): ListHabit;
  /** Columns that the content of an item is indented by: those of the source, if it told. */
  itemIndent(item: NodeJson, canonical: number): number;
}

export interface Part {
  node: NodeJson;
  name: PartName;
  /** Everything that decides what must be written here. */
  depends: Json;
  /** What stands before every line but the first. */
  prefix: string;
  canonical: () => string;
  /**
   * Whether these bytes mean the same wherever the block may have moved. If not, they hold only in the
   * context they were read in.
   */
  usable?: (raw: string) => boolean;
  context?: () => Json;
  /**
   * Writes a part that was edited, with as much of its old source as still holds: gets the old source
   * without prefixes and with "\n" as line end. Null when none holds.
   */
  revise?: (raw: string) => string | null;
}

export type PartName = "text" | "open" | "body" | "close" | "title";

export interface Gap {
  previous: NodeJson | null;
  next: NodeJson;
  /** How both were written: what they end and start with decides how close they may stand. */
  previousText: string;
  nextText: string;
  prefix: string;
  canonical: string;
  /** Children that no gap can run together: rows, items, messages. */
  separate: boolean;
}

/** The file that is being written. */
export interface Page {
  ink: Ink;
  inline: InlineContext;
  style: PrintStyle;
  /** Ids that headings would have by their title alone; empty where ids are always written. */
  implied: ReadonlyMap<NodeJson, string | null>;
}

/** Where on the page a block stands. */
export interface Place {
  prefix: string;
  parent: NodeJson | null;
  previous: NodeJson | null;
  last: boolean;
  first: boolean;
  /** The marker of the list just before, which a list of the same kind must not use. */
  markerBefore: string | null;
}

/** Text with the prefix before each line but the first. Blank lines get no trailing space. */
export function prefixed(text: string, prefix: string, { newline }: PrintStyle): string {
  if (!text.includes("\n")) return text;
  if (prefix === "" && newline === "\n") return text;
  const bare = prefix.trimEnd();
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? line : line === "" ? bare : prefix + line))
    .join(newline);
}

export function uidOf(node: NodeJson | null): string | null {
  const uid = node?.attrs?.["uid"];
  return typeof uid === "string" ? uid : null;
}

/** The reverse of `prefixed`; null when a line does not stand behind the prefix. */
export function unprefixed(raw: string, prefix: string): string | null {
  const [first, ...rest] = unifyLineEnds(raw).split("\n");
  const bare = prefix.trimEnd();
  const lines = rest.map((line) =>
    line.startsWith(prefix) ? line.slice(prefix.length) : line === bare ? "" : null,
  );
  return lines.includes(null) ? null : [first, ...lines].join("\n");
}

/** The end of a line and what the next one starts with. */
export function nextLine(prefix: string, page: Page): string {
  return page.style.newline + prefix;
}

/** A blank line between two blocks. */
export function blankLine(prefix: string, page: Page): string {
  const { newline } = page.style;
  return newline + prefix.trimEnd() + newline + prefix;
}
