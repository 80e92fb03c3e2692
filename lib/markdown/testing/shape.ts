import type { NodeJson } from "@/lib/spec/block-json";

/**
 * A document in one line, for tests that read like the cases they are about:
 * `h1#id(Title) p(a strong(b) [?]x)`.
 */
export function shape(nodes: readonly NodeJson[] | undefined): string {
  return (nodes ?? []).map(shapeOf).join(" ");
}

const NAMES: Record<string, string> = {
  paragraph: "p",
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
  blockquote: "quote",
  codeBlock: "code",
  horizontalRule: "hr",
  tableRow: "row",
  tableCell: "cell",
  softBreak: "⏎",
  hardBreak: "⏎⏎",
  exampleTitle: "title",
};

function shapeOf(node: NodeJson): string {
  if (node.text !== undefined) return marked(node, node.text);
  const inside = isText(node) ? inline(node.content) : shape(node.content);
  return marked(node, nameOf(node) + (node.content ? `(${inside})` : ""));
}

function inline(nodes: readonly NodeJson[] = []): string {
  return nodes.map(shapeOf).join("");
}

function isText(node: NodeJson): boolean {
  const first = node.content?.[0];
  return first !== undefined && ATOMS.test(first.type);
}

const ATOMS =
  /^(?:text|crossReference|evaluationMarker|softBreak|hardBreak|math|inlineImage|rawInline)$/;

function nameOf({ type, attrs = {} }: NodeJson): string {
  const name = NAMES[type] ?? type;
  const id = attrs["id"] ? `#${String(attrs["id"])}` : "";
  switch (type) {
    case "heading":
      return `h${String(attrs["level"])}${id}${attrs["authority"] ? `@${String(attrs["authority"])}` : ""}`;
    case "crossReference":
      return `[?]${id}`;
    case "evaluationMarker":
      return `[^${String(attrs["id"])}]`;
    case "math":
      return `math(${String(attrs["tex"])})`;
    case "rawInline":
      return `raw(${String(attrs["source"])})`;
    case "image":
    case "inlineImage":
      return `img(${String(attrs["alt"])}→${String(attrs["src"])})`;
    case "raw":
      return `raw:${String(attrs["kind"])}`;
    case "codeBlock":
      return attrs["language"] ? `code:${String(attrs["language"])}` : "code";
    case "commentary":
      return `commentary:${String(attrs["kind"])}:${String(attrs["title"])}`;
    case "message":
      return String(attrs["role"]);
    case "response":
      return `${String(attrs["verdict"])}${attrs["violates"] ? `#${String(attrs["violates"])}` : ""}`;
    case "orderedList":
      return attrs["start"] === 1 ? name : `${name}:${String(attrs["start"])}`;
    case "listItem":
      return attrs["checked"] === null ? name : `${name}:${attrs["checked"] ? "x" : "o"}`;
    case "tableCell":
      return `${attrs["header"] ? "th" : "td"}${attrs["align"] ? `:${String(attrs["align"])}` : ""}`;
    default:
      return name + id;
  }
}

function marked(node: NodeJson, text: string): string {
  return (node.marks ?? []).toReversed().reduce((inside, mark) => {
    if (mark.type === "link") return `link:${mark.attrs.href}(${inside})`;
    if (mark.type === "tagged") return `<${mark.attrs.name}>(${inside})`;
    return `${mark.type}(${inside})`;
  }, text);
}
