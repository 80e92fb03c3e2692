import type { BlockJson, CommentaryJson, RawJson } from "@/lib/spec/block-json";
import { plainText } from "@/lib/spec/plain-text";
import type { Slugger } from "@/lib/spec/slug";
import type { BlockToken, CommentaryToken, LeafToken, QuoteToken } from "../blocks/block-token";
import { headingText } from "../heading-text";
import { trimBlanks, trimBlanksAtEnd } from "../lines";
import { buildExample, exampleAt } from "./build-example";
import { buildList } from "./build-list";
import { buildTable } from "./build-table";
import { contentOf, literalOf, type Builder } from "./builder";

/** Makes blocks of tokens. Bounded by the depth that the scanner allows. */
export function buildBlocks(
  tokens: readonly BlockToken[],
  builder: Builder,
  slugger: Slugger,
): BlockJson[] {
  const blocks: BlockJson[] = [];
  for (let index = 0; index < tokens.length;) {
    const example = exampleAt(tokens, index, builder);
    if (example) {
      blocks.push(buildExample(example, builder));
      index += example.count;
    } else {
      blocks.push(buildBlock(tokens[index++]!, builder, slugger));
    }
  }
  return blocks;
}

function buildBlock(token: BlockToken, builder: Builder, slugger: Slugger): BlockJson {
  switch (token.kind) {
    case "paragraph":
      return buildParagraph(token, builder);
    case "heading":
      return buildHeading(token, builder, slugger);
    case "fence":
    case "indentedCode":
      return buildCode(token, builder);
    case "thematicBreak":
      return builder.leaf(
        { type: "horizontalRule", attrs: { uid: builder.uid(token.line) } },
        token,
      );
    case "table":
      return buildTable(token, builder);
    case "raw":
      return buildRaw(token, builder);
    case "list":
      return buildList(token, builder, slugger);
    case "quote":
    case "commentary":
      return buildContainer(token, builder, slugger);
  }
}

type Token<K extends LeafToken["kind"]> = LeafToken & { kind: K };

function buildParagraph(token: Token<"paragraph">, builder: Builder): BlockJson {
  const text = trimBlanksAtEnd(builder.joined(token.lines));
  const content = builder.inlineOf(text, false);
  const [only, second] = content;
  if (!only) return buildRaw({ ...token, kind: "raw", as: "other" }, builder);
  const uid = builder.uid(token.line);
  if (only.type === "inlineImage" && !second && !only.marks) {
    return builder.leaf({ type: "image", attrs: { uid, ...only.attrs } }, token);
  }
  return builder.leaf({ type: "paragraph", attrs: { uid }, ...contentOf(content) }, token);
}

function buildHeading(token: Token<"heading">, builder: Builder, slugger: Slugger): BlockJson {
  const uid = builder.uid(token.line);
  const lines = token.lines.map((line) => trimBlanks(builder.lineText(line)));
  const { title, attributes } = headingText(lines.join(" "));
  const { profile } = builder.inline;
  const content = builder.inlineOf(title, true);
  const given = attributes ?? { id: null, authority: null, tags: [], extra: "" };
  const id = given.id ?? (profile.implicitIds ? slugger.propose(plainText(content)) : null);
  if (id !== null) slugger.use(id);
  else {
    const message = "This heading has no id, so nothing can refer to it. Give it one.";
    builder.note({
      code: "heading-without-id",
      severity: "warning",
      message,
      line: token.line,
      uid,
    });
  }
  const { level } = token;
  const { authority, tags, extra } = given;
  const attrs = { uid, level, id, authority, tags, extra };
  return builder.leaf({ type: "heading", attrs, ...contentOf(content) }, token);
}

function buildCode(token: Token<"fence"> | Token<"indentedCode">, builder: Builder): BlockJson {
  const uid = builder.uid(token.line);
  const language = token.kind === "fence" ? trimBlanks(token.info.replaceAll("`", "")) : "";
  const text = builder.joined(token.lines);
  return builder.leaf({ type: "codeBlock", attrs: { uid, language }, ...literalOf(text) }, token);
}

function buildRaw(token: Token<"raw">, builder: Builder): RawJson {
  const uid = builder.uid(token.line);
  if (token.as === "deep") {
    const message = "Nested too deeply to be edited; kept as it is.";
    builder.note({ code: "too-deep", severity: "warning", message, line: token.line, uid });
  } else if (token.as === "html") {
    const message = "HTML is kept as it is and shown as text.";
    builder.note({ code: "kept-as-source", severity: "info", message, line: token.line, uid });
  }
  const text = builder.joined(token.lines);
  return builder.leaf({ type: "raw", attrs: { uid, kind: token.as }, ...literalOf(text) }, token);
}

function buildContainer(
  token: QuoteToken | CommentaryToken,
  builder: Builder,
  slugger: Slugger,
): BlockJson {
  const uid = builder.uid(token.line);
  const content = contentOf(buildBlocks(token.children, builder, slugger));
  const { start, end } = token;
  const open: [number, number] = [start, token.children[0]?.start ?? end];
  const spans = { start, end, parts: { open } };
  if (token.kind === "quote" && token.alert === null) {
    return builder.place({ type: "blockquote", attrs: { uid }, ...content }, spans);
  }
  return builder.place({ type: "commentary", attrs: { uid, ...kindOf(token) }, ...content }, spans);
}

function kindOf(token: QuoteToken | CommentaryToken): Omit<CommentaryJson["attrs"], "uid"> {
  return token.kind === "quote"
    ? { kind: token.alert!.toUpperCase(), title: null }
    : { kind: token.as, title: token.title };
}
