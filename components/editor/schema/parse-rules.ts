import type { TagParseRule } from "@tiptap/pm/model";
import { DRAFT_NODES } from "@/lib/draft/draft-schema";
import { MARKS } from "@/lib/spec/schema";
import { safeHref } from "./safe-href";

/** Marks what was copied from an editor of ours: the name of the node, its attributes as JSON. */
export const COPIED_TYPE = "data-precept";
export const COPIED_ATTRS = "data-precept-attrs";

/** How pasted HTML becomes a node or mark: our own copies with all attributes, other pages by their tags. */
export function parseRulesFor(name: string): TagParseRule[] {
  const own: TagParseRule = {
    tag: `[${COPIED_TYPE}="${name}"]`,
    priority: 60,
    getAttrs: (element) => copiedAttributes(name, element),
    ...(WHITESPACE.has(name) ? { preserveWhitespace: "full" as const } : {}),
  };
  return [own, ...(FOREIGN[name] ?? [])];
}

const WHITESPACE = new Set(["codeBlock", "raw", "message", "body"]);

const heading = (level: number): TagParseRule => ({ tag: `h${level}`, attrs: { level } });

const FOREIGN: Record<string, TagParseRule[]> = {
  paragraph: [{ tag: "p" }],
  heading: [1, 2, 3, 4, 5, 6].map(heading),
  bulletList: [{ tag: "ul" }],
  orderedList: [{ tag: "ol", getAttrs: (element) => ({ start: startOf(element) }) }],
  listItem: [{ tag: "li" }],
  blockquote: [{ tag: "blockquote" }],
  codeBlock: [{ tag: "pre", preserveWhitespace: "full" }],
  table: [{ tag: "table" }],
  tableRow: [{ tag: "tr" }],
  tableCell: [{ tag: "td" }, { tag: "th", attrs: { header: true } }],
  horizontalRule: [{ tag: "hr" }],
  hardBreak: [{ tag: "br" }],
  link: [{ tag: "a[href]", getAttrs: linkAttributes }],
  strong: [{ tag: "strong" }, { tag: "b", getAttrs: unlessNormal }],
  em: [{ tag: "em" }, { tag: "i", getAttrs: unlessNormal }],
  strike: [{ tag: "s" }, { tag: "del" }, { tag: "strike" }],
  code: [{ tag: "code" }],
};

function startOf(element: HTMLElement): number {
  const start = Number(element.getAttribute("start") ?? 1);
  return Number.isInteger(start) && start >= 0 && start < 1_000_000 ? start : 1;
}

function linkAttributes(element: HTMLElement): { href: string } | false {
  const href = element.getAttribute("href") ?? "";
  return safeHref(href) === null ? false : { href };
}

/** Word processors wrap what they copy into `<b style="font-weight: normal">`. */
function unlessNormal(element: HTMLElement): null | false {
  return /^(normal|400)$/.test(element.style.fontWeight) || element.style.fontStyle === "normal"
    ? false
    : null;
}

function copiedAttributes(name: string, element: HTMLElement): Record<string, unknown> | false {
  const specs = (DRAFT_NODES[name] ?? MARKS[name])?.attrs ?? {};
  try {
    const given = JSON.parse(element.getAttribute(COPIED_ATTRS) ?? "{}") as Record<string, unknown>;
    const kept = Object.entries(given).filter(([key]) => Object.hasOwn(specs, key));
    for (const [key, value] of kept) {
      const validate = specs[key]?.validate;
      if (typeof validate === "function") validate(value);
    }
    const href = given["href"];
    if (name === "link" && (typeof href !== "string" || safeHref(href) === null)) return false;
    return Object.fromEntries(kept);
  } catch {
    // Not ours after all, or tampered with: its words are still worth having.
    return false;
  }
}
