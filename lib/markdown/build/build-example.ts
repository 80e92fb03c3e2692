import type { ExampleChildJson, ExampleJson, ExampleTitleJson } from "@/lib/spec/block-json";
import { EXAMPLE_TITLE } from "../blocks/block-starts";
import type { BlockToken, LeafToken } from "../blocks/block-token";
import { exampleAttributes } from "../example/example-attributes";
import { trimBlanks, trimBlanksAtEnd } from "../lines";
import { buildConversation } from "./build-conversation";
import { contentOf, literalOf, type Builder } from "./builder";

type Fence = LeafToken & { kind: "fence" };
type Paragraph = LeafToken & { kind: "paragraph" };

/** Blocks that together are an example. */
interface ExampleTokens {
  title: Paragraph | null;
  fence: Fence;
  count: number;
}

/**
 * Sees whether an example starts here: `**Example**: title` above a `~~~xml` fence, or such a fence
 * alone when all of it is a conversation.
 */
export function exampleAt(
  tokens: readonly BlockToken[],
  index: number,
  builder: Builder,
): ExampleTokens | null {
  const first = tokens[index]!;
  if (isExampleFence(first)) {
    const alone = buildConversation(first.lines, builder.aside());
    return alone?.plain ? { title: null, fence: first, count: 1 } : null;
  }
  const next = tokens[index + 1];
  if (first.kind !== "paragraph" || !next || !isExampleFence(next)) return null;
  if (!EXAMPLE_TITLE.test(builder.lineText(first.lines[0]!))) return null;
  return { title: first, fence: next, count: 2 };
}

export function buildExample({ title, fence }: ExampleTokens, builder: Builder): ExampleJson {
  const uid = builder.uid((title ?? fence).line);
  const named = title ? buildTitle(title, builder) : { id: null, sensitive: false, node: null };
  const conversation = buildConversation(fence.lines, builder);
  const inside = conversation?.nodes ?? opaque(fence, uid, builder);
  const start = title?.start ?? fence.start;
  const titleEnd = title?.end ?? start;
  const openEnd = endOfLine(builder.text, fence.start);
  const last = inside.at(-1);
  const closeStart = last ? builder.spans.get(last)!.end : openEnd;
  const first = inside[0];
  if (first) builder.spans.get(first)!.openEnd = openEnd;
  const content: ExampleChildJson[] = [...(named.node ? [named.node] : []), ...inside];
  const { id, sensitive } = named;
  return builder.place(
    { type: "example", attrs: { uid, id, sensitive }, ...contentOf(content) },
    {
      start,
      end: fence.end,
      parts: {
        title: [start, titleEnd],
        open: [titleEnd, openEnd],
        close: [closeStart, fence.end],
      },
    },
  );
}

function isExampleFence(token: BlockToken): token is Fence {
  return token.kind === "fence" && token.sign === "~" && /^xml$/i.test(token.info);
}

function buildTitle(token: Paragraph, builder: Builder) {
  const text = trimBlanksAtEnd(builder.joined(token.lines)).replace(EXAMPLE_TITLE, "");
  const attributes = exampleAttributes(text);
  const content = builder.inlineOf(trimBlanks(attributes?.title ?? text), true);
  const node: ExampleTitleJson | null =
    content.length > 0 ? { type: "exampleTitle", content } : null;
  return { id: attributes?.id ?? null, sensitive: attributes?.sensitive ?? false, node };
}

/** What cannot be understood stays as it is, and says so. */
function opaque(fence: Fence, uid: string, builder: Builder): ExampleChildJson[] {
  const message = "This example could not be read as a conversation; it is kept as it is.";
  builder.note({ code: "opaque-example", severity: "warning", message, line: fence.line, uid });
  const first = fence.lines[0];
  const last = fence.lines.at(-1);
  const text = builder.joined(fence.lines);
  if (!first || !last || text === "") return [];
  const own = builder.uid(fence.line + 1);
  const place = { start: first.start, end: last.end };
  return [
    builder.leaf({ type: "raw", attrs: { uid: own, kind: "opaque" }, ...literalOf(text) }, place),
  ];
}

/** Where the line that holds a place ends. */
function endOfLine(text: string, at: number): number {
  const end = text.slice(at, at + 10_000).search(/[\r\n]/);
  if (end >= 0) return at + end;
  const far = /[\r\n]/g;
  far.lastIndex = at;
  return far.exec(text)?.index ?? text.length;
}
