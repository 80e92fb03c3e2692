import type {
  ComparisonJson,
  ElisionJson,
  ExampleJson,
  ExampleTitleJson,
  MessageJson,
  NodeJson,
  ParagraphJson,
  RawJson,
  ResponseJson,
  TextJson,
} from "@/lib/spec/block-json";
import type { Json } from "@/lib/spec/canonical-json";
import { literalText, plainText } from "@/lib/spec/plain-text";
import { decodeBody, encodeBody } from "../example/body-text";
import { exampleAttributes, printExampleAttributes } from "../example/example-attributes";
import { sameNode } from "../reads-back";
import { printLabel, printOpenTag } from "../example/tag-line";
import { printInline, type Setting } from "../inline/print-inline";
import { essence, withoutUid } from "./digest";
import { escapeLastBrace } from "./compose-heading";
import { keepSource } from "./keep-source";
import { fenceFor, holdsInside } from "./fences";
import { blankLine, nextLine, prefixed, type Page, type Place } from "./ink";

/** Writes an example: its title, the fence, and inside what was said. */
export function composeExample(example: ExampleJson, place: Place, page: Page): string {
  const { prefix } = place;
  const children = example.content ?? [];
  const title = children.find((child) => child.type === "exampleTitle");
  const inside = children.filter((child) => child.type !== "exampleTitle");
  const text = composeChildren(inside, prefix, page);
  const untitled = standsAlone(inside, place);
  const opening = composeTitle(example, title, untitled, prefix, page);
  const fence = fenceFor("~", text);
  const canonicalOpen = `${blankLine(prefix, page)}${fence}xml`;
  const open = page.ink.part({
    node: example,
    name: "open",
    depends: { fence: fence.length > 3 ? fence.length : null, titled: opening !== "" },
    prefix,
    canonical: () => canonicalOpen,
    usable: (raw) => holdsInside("~", /~{3,}/.exec(raw)?.[0].length ?? 0, text),
  });
  const close = page.ink.part({
    node: example,
    name: "close",
    depends: { fence: fence.length > 3 ? fence.length : null },
    prefix,
    canonical: () => nextLine(prefix, page) + (/~{3,}/.exec(open)?.[0] ?? fence),
    usable: (raw) => place.last || raw.includes("~~~"),
  });
  return opening + open + text + close;
}

/** Whether an example may do without a title line, and what that depends on. */
interface Untitled {
  allowed: boolean;
  context: () => Json;
}

/** It may when it is nothing but turns, and no paragraph just before reads as its title. */
function standsAlone(inside: readonly NodeJson[], { previous }: Place): Untitled {
  const plain = inside.length > 0 && inside.every(({ type }) => PLAIN_TURNS.has(type));
  const words = previous?.type === "paragraph" ? (previous as ParagraphJson).content : [];
  const titled = /^Example:/.test(plainText(words));
  return { allowed: plain && !titled, context: () => [plain, previous && essence(previous)] };
}

const PLAIN_TURNS = new Set(["message", "comparison", "response"]);

function composeTitle(
  example: ExampleJson,
  title: ExampleTitleJson | undefined,
  untitled: Untitled,
  prefix: string,
  page: Page,
): string {
  const { id, sensitive } = example.attrs;
  const content = title?.content ?? [];
  return page.ink.part({
    node: example,
    name: "title",
    depends: { id, sensitive, content: content.map(essence) },
    prefix,
    usable: (raw) => raw !== "" || untitled.allowed,
    context: untitled.context,
    canonical: () => {
      const words = printInline(content, page.inline, TITLE);
      const braces = printExampleAttributes({ id, sensitive });
      return ["**Example**:", words, braces].filter((part) => part !== "").join(" ");
    },
  });
}

/** A title that ends as attributes do must say that it does not mean them. */
const TITLE: Setting = {
  finish: (text) => (exampleAttributes(text) ? escapeLastBrace(text) : text),
  read: (text) => (exampleAttributes(text) ? null : text),
};

type Inside = MessageJson | ComparisonJson | ResponseJson | ElisionJson | RawJson;

function composeChildren(children: readonly Inside[], prefix: string, page: Page): string {
  const texts: string[] = [];
  children.forEach((child, index) => {
    const text = composeChild(child, prefix, page);
    const previous = children[index - 1] ?? null;
    const canonical = nextLine(prefix, page);
    const neighbours = { previous, next: child, previousText: texts.at(-1) ?? "", nextText: text };
    texts.push(page.ink.gap({ ...neighbours, prefix, canonical, separate: true }), text);
  });
  return texts.join("");
}

function composeChild(child: Inside, prefix: string, page: Page): string {
  switch (child.type) {
    case "message":
      return composeMessage(child, [], child.content ?? [], prefix, page);
    case "response":
      return composeResponse(child, prefix, page);
    case "comparison":
      return composeComparison(child, prefix, page);
    case "elision":
      return leaf(child, prefix, "[...]", page);
    case "raw":
      return leaf(child, prefix, literalText(child), page);
  }
}

function leaf(node: NodeJson, prefix: string, text: string, page: Page): string {
  const canonical = () => prefixed(text, prefix, page.style);
  return page.ink.part({ node, name: "text", depends: essence(node), prefix, canonical });
}

function composeComparison(node: ComparisonJson, prefix: string, page: Page): string {
  const own = { node, depends: "comparison", prefix };
  const open = page.ink.part({ ...own, name: "open", canonical: () => "<comparison>" });
  const close = page.ink.part({
    ...own,
    name: "close",
    canonical: () => `${nextLine(prefix, page)}</comparison>`,
  });
  return open + composeChildren(node.content ?? [], prefix, page) + close;
}

function composeResponse(node: ResponseJson, prefix: string, page: Page): string {
  const children = node.content ?? [];
  const reason = children.find((child) => child.type === "reason")?.content ?? [];
  const body = children.find((child) => child.type === "body")?.content ?? [];
  return composeMessage(node, reason, body, prefix, page);
}

/** Three parts with a source of their own: the line of the tag, what was said, the closing tag. */
function composeMessage(
  node: MessageJson | ResponseJson,
  reason: NonNullable<ExampleTitleJson["content"]>,
  body: readonly TextJson[],
  prefix: string,
  page: Page,
): string {
  const { role, attributes } = node.attrs;
  const label = () => {
    if (node.type === "message") return "";
    const { verdict, violates } = node.attrs;
    return printLabel({ verdict, violates, reason: printInline(reason, page.inline) });
  };
  const open = page.ink.part({
    node,
    name: "open",
    depends: { own: withoutUid(node), reason: reason.map(essence) },
    prefix,
    canonical: () => {
      const words = label();
      return printOpenTag(role, attributes) + (words === "" ? "" : ` <!-- ${words} -->`);
    },
  });
  const said = page.ink.part({
    node,
    name: "body",
    depends: body.map(essence),
    prefix,
    revise: (raw) => revisedBody(body, raw),
    canonical: () => {
      const text = encodeBody(body);
      return text === ""
        ? nextLine(prefix, page)
        : prefixed(`\n${text}\n`, prefix, page.style) + lastPrefix(prefix);
    },
  });
  const close = page.ink.part({
    node,
    name: "close",
    depends: role,
    prefix,
    canonical: () => `</${role}>`,
  });
  return open + said + close;
}

/** An edited body in as much of its old spelling as reads back: entities beside the edit stay. */
function revisedBody(body: readonly TextJson[], raw: string): string | null {
  const inner = /^\n(.*)\n$/s.exec(raw)?.[1];
  if (inner === undefined || body.length === 0) return null;
  const text = keepSource(inner, encodeBody(decodeBody(inner)), encodeBody(body));
  const read = decodeBody(text);
  const same =
    read.length === body.length && read.every((node, index) => sameNode(body[index]!, node));
  return same ? `\n${text}\n` : null;
}

/** `prefixed` ends a blank last line early; the closing tag follows on that line. */
function lastPrefix(prefix: string): string {
  return prefix.slice(prefix.trimEnd().length);
}
