import type {
  AttributePair,
  BlockJson,
  BodyJson,
  CommentaryJson,
  ComparisonJson,
  ExampleChildJson,
  ExampleJson,
  HeadingJson,
  InlineJson,
  ListItemJson,
  MarkJson,
  MessageJson,
  ParagraphJson,
  ResponseJson,
  TextJson,
} from "./block-json";
import { specDocument, type PromptsFile, type SpecDocument } from "./document";
import { levelsFor } from "./levels";
import { proposeSectionId } from "./section-id";
import type { Role, Verdict } from "./schema/example-blocks";
import { ensureUids, type Mint } from "./uid";

/**
 * Documents for tests and samples, in the words of the domain:
 *
 *     spec(chapter("Basics", clause("honest", "Be honest", "Say what is true.")))
 */

type Words = string | InlineJson;
type Part = string | BlockJson | BlockJson[];

/** Counts u1, u2, … so that a test can name what it means. */
export function counter(prefix = "u"): Mint {
  let number = 0;
  return () => `${prefix}${++number}`;
}

/** A document of these parts. A plain string is a paragraph. */
export function spec(...parts: Part[]): SpecDocument {
  const content = ensureUids(blocks(parts), counter());
  const keys = content.flatMap((block) =>
    block.type === "heading" ? (block.attrs.authority ?? []) : [],
  );
  return specDocument({ content, levels: levelsFor(keys) });
}

/** The same with files of evaluation prompts. */
export function withPrompts(document: SpecDocument, ...prompts: PromptsFile[]): SpecDocument {
  const mint = counter("p");
  return {
    ...document,
    prompts: prompts.map((file) => ({ ...file, content: ensureUids(file.content, mint) })),
  };
}

export function prompts(id: string, sectionTitle: string, ...examples: ExampleJson[]): PromptsFile {
  const header = p("Examples for ", marker(id), ` in ${sectionTitle}:`);
  return { id, content: [header, ...examples] };
}

export function chapter(title: string, ...parts: Part[]): BlockJson[] {
  return [heading(1, title, { id: proposeSectionId(title, new Set()) }), ...blocks(parts)];
}

export function section(id: string, title: string, ...parts: Part[]): BlockJson[] {
  return [heading(2, title, { id }), ...blocks(parts)];
}

/** A section with authority: root, unless `at` says otherwise. */
export function clause(id: string, title: string, ...parts: Part[]): BlockJson[] {
  return at("root", [heading(2, title, { id }), ...blocks(parts)]);
}

/** The same section at another authority level. */
export function at(authority: string | null, [first, ...rest]: BlockJson[]): BlockJson[] {
  if (first?.type !== "heading") throw new TypeError("Only a section has an authority level.");
  return [{ ...first, attrs: { ...first.attrs, authority } }, ...rest];
}

export function heading(
  level: number,
  title: Words | Words[],
  attrs: Partial<HeadingJson["attrs"]> = {},
): HeadingJson {
  const content = inline([title].flat());
  const all = { uid: null, level, id: null, authority: null, tags: [], extra: "", ...attrs };
  return { type: "heading", attrs: all, ...content };
}

export function p(...words: Words[]): ParagraphJson {
  return { type: "paragraph", attrs: { uid: null }, ...inline(words) };
}

export function bullets(...items: Part[]): BlockJson {
  return { type: "bulletList", attrs: { uid: null }, content: items.map(item) };
}

export function numbered(...items: Part[]): BlockJson {
  return { type: "orderedList", attrs: { uid: null, start: 1 }, content: items.map(item) };
}

export function item(part: Part): ListItemJson {
  return { type: "listItem", attrs: { uid: null, checked: null }, content: blocks([part]) };
}

export function commentary(...parts: Part[]): CommentaryJson {
  const attrs = { uid: null, kind: "meta", title: "Commentary" };
  return { type: "commentary", attrs, content: blocks(parts) };
}

export function codeBlock(language: string, text: string): BlockJson {
  return { type: "codeBlock", attrs: { uid: null, language }, ...literal(text) };
}

export function raw(kind: string, text: string): BlockJson {
  return { type: "raw", attrs: { uid: null, kind }, ...literal(text) };
}

export function example(title: Words | Words[], ...children: ExampleChildJson[]): ExampleJson {
  const attrs = { uid: null, id: null, sensitive: false };
  const own: ExampleChildJson = { type: "exampleTitle", ...inline([title].flat()) };
  return { type: "example", attrs, content: [own, ...children] };
}

export function message(role: Role, text: string, attributes: AttributePair[] = []): MessageJson {
  return { type: "message", attrs: { uid: null, role, attributes }, ...literal(text) };
}

export const user = (text: string) => message("user", text);
export const developer = (text: string) => message("developer", text);
export const assistant = (text: string) => message("assistant", text);

export function compare(...responses: ResponseJson[]): ComparisonJson {
  return { type: "comparison", attrs: { uid: null }, content: responses };
}

export function response(
  verdict: Verdict | null,
  text: string,
  why: Words[] = [],
  violates: string | null = null,
): ResponseJson {
  const attrs = { uid: null, role: "assistant" as const, attributes: [], verdict, violates };
  const reason = why.length > 0 ? [{ type: "reason" as const, ...inline(why) }] : [];
  const body: BodyJson = { type: "body", ...literal(text) };
  return { type: "response", attrs, content: [...reason, body] };
}

export const good = (text: string, ...why: Words[]) => response("GOOD", text, why);
export const bad = (text: string, ...why: Words[]) => response("BAD", text, why);
export const okay = (text: string, ...why: Words[]) => response("OK", text, why);
export const violates = (id: string, one: ResponseJson): ResponseJson => ({
  ...one,
  attrs: { ...one.attrs, violates: id },
});

export const ref = (id: string): InlineJson => ({ type: "crossReference", attrs: { id } });
export const marker = (id: string): InlineJson => ({ type: "evaluationMarker", attrs: { id } });
export const softBreak = (): InlineJson => ({ type: "softBreak" });

export function link(href: string, words: string): InlineJson {
  return marked(words, { type: "link", attrs: { href, title: null, reference: null } });
}
export const strong = (words: string): InlineJson => marked(words, { type: "strong" });
export const em = (words: string): InlineJson => marked(words, { type: "em" });

export function marked(text: string, ...marks: MarkJson[]): TextJson {
  return { type: "text", text, marks };
}

function blocks(parts: Part[]): BlockJson[] {
  return parts.flatMap((part) => (typeof part === "string" ? p(part) : part));
}

function inline(words: Words[]): { content?: InlineJson[] } {
  const content = words
    .filter((word) => word !== "")
    .map((word) => (typeof word === "string" ? { type: "text" as const, text: word } : word));
  return content.length > 0 ? { content } : {};
}

function literal(text: string): { content?: TextJson[] } {
  return text === "" ? {} : { content: [{ type: "text", text }] };
}
