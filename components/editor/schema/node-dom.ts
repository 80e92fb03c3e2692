import type { DOMOutputSpec, Mark, Node } from "@tiptap/pm/model";
import { safeHref } from "./safe-href";

type ToDom<T> = (item: T) => DOMOutputSpec;

const text = (value: unknown) => String(value ?? "");

/**
 * How nodes look in the page. Those with tools around them (headings, examples) have views of their own
 * in `views/`, which build on the same class names; this is also what the clipboard gets.
 */
export const NODE_DOM: Record<string, ToDom<Node>> = {
  paragraph: () => ["p", 0],
  heading: ({ attrs }) => [`h${attrs["level"]}`, 0],
  bulletList: () => ["ul", 0],
  orderedList: ({ attrs }) => [
    "ol",
    attrs["start"] === 1 ? {} : { start: text(attrs["start"]) },
    0,
  ],
  listItem: ({ attrs }) =>
    attrs["checked"] === null ? ["li", 0] : ["li", { "data-checked": text(attrs["checked"]) }, 0],
  blockquote: () => ["blockquote", 0],
  codeBlock: ({ attrs }) => ["pre", { "data-language": text(attrs["language"]) }, ["code", 0]],
  table: () => ["table", ["tbody", 0]],
  tableRow: () => ["tr", 0],
  tableCell: ({ attrs }) => {
    const align = attrs["align"] ? { "data-align": text(attrs["align"]) } : {};
    return [attrs["header"] ? "th" : "td", align, 0];
  },
  horizontalRule: () => ["hr"],
  image: ({ attrs }) => ["figure", { "data-image": text(attrs["alt"]) || text(attrs["src"]) }],
  commentary: () => ["aside", 0],
  raw: ({ attrs }) => ["pre", { "data-raw": text(attrs["kind"]) }, ["code", 0]],
  example: () => ["section", { class: "ed-example" }, 0],
  exampleTitle: () => ["p", { class: "ed-example-title" }, 0],
  message: ({ attrs }) => ["pre", { class: "ed-message", "data-role": text(attrs["role"]) }, 0],
  comparison: () => ["div", { class: "ed-comparison" }, 0],
  response: ({ attrs }) => [
    "div",
    { class: "ed-response", "data-verdict": text(attrs["verdict"]) },
    0,
  ],
  reason: () => ["p", { class: "ed-reason" }, 0],
  body: () => ["pre", { class: "ed-body" }, 0],
  elision: () => ["p", { class: "ed-elision" }, "[…]"],
  crossReference: ({ attrs }) => ["a", { href: `#${text(attrs["id"])}` }, `#${text(attrs["id"])}`],
  evaluationMarker: ({ attrs }) => ["span", { class: "ed-marker" }, text(attrs["id"])],
  softBreak: () => ["span", { class: "ed-soft-break" }, " "],
  hardBreak: () => ["br"],
  math: ({ attrs }) => ["code", { class: "ed-math" }, text(attrs["tex"])],
  inlineImage: ({ attrs }) => [
    "span",
    { class: "ed-inline-image" },
    text(attrs["alt"]) || "picture",
  ],
  rawInline: ({ attrs }) => ["code", { class: "ed-raw-inline" }, text(attrs["source"])],
};

export const MARK_DOM: Record<string, ToDom<Mark>> = {
  link: ({ attrs }) => [
    "a",
    { href: safeHref(text(attrs["href"])) ?? "#", rel: "noopener noreferrer", class: "ed-link" },
    0,
  ],
  strong: () => ["strong", 0],
  em: () => ["em", 0],
  strike: () => ["s", 0],
  code: () => ["code", 0],
  tagged: ({ attrs }) => ["span", { class: "ed-tagged", "data-tag": text(attrs["name"]) }, 0],
};
