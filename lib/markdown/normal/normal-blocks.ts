import type {
  BlockJson,
  CodeBlockJson,
  ExampleChildJson,
  ListItemJson,
  RawJson,
  TableJson,
  TableRowJson,
} from "@/lib/spec/block-json";
import { literalText } from "@/lib/spec/plain-text";
import { missingEnd } from "../blocks/html-block";
import { cleanExtra } from "../heading-attributes";
import { trimBlanks } from "../lines";
import type { Profile } from "../profile";
import { mapOrSame, withContent, withLiteral } from "./with-content";
import { normalExampleChildren } from "./normal-example";
import { normalInline } from "./normal-inline";

/**
 * The blocks of a file as Markdown can say them, so that what is printed reads back as the same. An
 * empty paragraph, for one, cannot be written. What the parser gives is normal already, and stays the
 * same objects.
 */
export function normalBlocks(blocks: readonly BlockJson[], profile: Profile): BlockJson[] {
  const [first] = blocks;
  const inPlace = mapOrSame(blocks as BlockJson[], (block) =>
    block !== first && isFrontMatter(block) ? asCode(block) : block,
  );
  return normalRun(inPlace, profile);
}

/** Blocks inside a container, or a whole file. */
function normalRun(blocks: readonly BlockJson[], profile: Profile): BlockJson[] {
  const last = blocks.at(-1);
  return mapOrSame(blocks as BlockJson[], (block) => {
    const normal = normalBlock(block, profile);
    return normal?.type === "raw" && block !== last ? closedRaw(normal) : normal;
  });
}

/** Front matter means something only at the top of a file. */
function isFrontMatter(block: BlockJson): block is RawJson {
  return block.type === "raw" && block.attrs.kind === "frontMatter";
}

function asCode(block: RawJson): CodeBlockJson {
  const { uid } = block.attrs;
  return { type: "codeBlock", attrs: { uid, language: "" }, content: block.content ?? [] };
}

function normalBlock(block: BlockJson, profile: Profile): BlockJson | null {
  switch (block.type) {
    case "paragraph":
      return normalParagraph(block, profile);
    case "heading":
      return normalHeading(block, profile);
    case "bulletList":
    case "orderedList": {
      const items = mapOrSame(block.content ?? [], (item) => normalItem(item, profile));
      return items.length > 0 ? withContent(block, items) : null;
    }
    case "blockquote":
      return withContent(block, normalRun(block.content ?? [], profile));
    case "commentary":
      return normalCommentary(block, profile);
    case "codeBlock":
      return normalCode(block);
    case "table":
      return normalTable(block, profile);
    case "image":
      return normalImage(block);
    case "raw":
      return literalText(block) === "" ? null : withLiteral<RawJson>(block);
    case "example":
      return normalExample(block, profile);
    case "horizontalRule":
      return block;
  }
}

/** HTML without an end would swallow the blocks behind it. */
function closedRaw(block: RawJson): RawJson {
  const { kind } = block.attrs;
  const text = literalText(block);
  const missing = kind === "html" || kind === "comment" ? missingEnd(text) : "";
  return missing === ""
    ? block
    : { ...block, content: [{ type: "text", text: `${text}\n${missing}` }] };
}

function normalParagraph(
  block: BlockJson & { type: "paragraph" },
  profile: Profile,
): BlockJson | null {
  const content = normalInline(block.content ?? [], profile, false);
  const [only, second] = content;
  if (!only) return null;
  if (second || only.type !== "inlineImage" || only.marks) return withContent(block, content);
  return normalImage({ type: "image", attrs: { uid: block.attrs.uid, ...only.attrs } });
}

function normalImage(block: BlockJson & { type: "image" }): BlockJson {
  const { src, alt, title } = block.attrs;
  const next = {
    src: oneLine(src),
    alt: oneLine(alt),
    title: title === null ? null : oneLine(title),
  };
  const same = next.src === src && next.alt === alt && next.title === title;
  return same ? block : { ...block, attrs: { ...block.attrs, ...next } };
}

function normalHeading(block: BlockJson & { type: "heading" }, profile: Profile): BlockJson {
  const own = withContent(block, normalInline(block.content ?? [], profile, true));
  const { extra, tags } = own.attrs;
  const clean = { extra: cleanExtra(extra), tags: tags.flatMap((tag) => tag.split(",")) };
  const tidy = { ...clean, tags: clean.tags.filter((tag) => tag !== "") };
  const same = tidy.extra === extra && tidy.tags.join() === tags.join();
  return same && tidy.tags.length === tags.length
    ? own
    : { ...own, attrs: { ...own.attrs, ...tidy } };
}

function normalItem(item: ListItemJson, profile: Profile): ListItemJson {
  const own = withContent(item, normalRun(item.content ?? [], profile));
  if (own.attrs.checked === null || own.content?.length) return own;
  return { ...own, attrs: { ...own.attrs, checked: null } };
}

/** Alerts have a kind in capitals and no title; all others a kind in small letters. */
function normalCommentary(block: BlockJson & { type: "commentary" }, profile: Profile): BlockJson {
  const own = withContent(block, normalRun(block.content ?? [], profile));
  const { kind, title } = own.attrs;
  const alert = title === null && /^[A-Z]+$/.test(kind);
  const words = trimBlanks(
    kind
      .toLowerCase()
      .replaceAll(/[^a-z0-9_ \t-]/g, "")
      .replaceAll(/[ \t]+/g, " "),
  );
  const next = {
    kind: alert ? kind : /^[a-z]/.test(words) ? words : "meta",
    title: title === null ? null : oneLine(title).replaceAll('"', "'"),
  };
  const same = next.kind === kind && next.title === title;
  return same ? own : { ...own, attrs: { ...own.attrs, ...next } };
}

function normalCode(block: BlockJson & { type: "codeBlock" }): BlockJson {
  const own = withLiteral(block);
  const language = trimBlanks(oneLine(own.attrs.language).replaceAll("`", ""));
  return language === own.attrs.language ? own : { ...own, attrs: { ...own.attrs, language } };
}

/** The first row is the head and gives every column its alignment. */
function normalTable(table: TableJson, profile: Profile): BlockJson | null {
  const [head] = table.content ?? [];
  const aligns = head?.content?.map((cell) => cell.attrs.align) ?? [];
  let first = true;
  const rows = mapOrSame(table.content ?? [], (row): TableRowJson | null => {
    if (!row.content?.length) return null;
    const header = first;
    first = false;
    let column = 0;
    const cells = mapOrSame(row.content, (cell) => {
      const align = aligns[column++] ?? null;
      const own = withContent(cell, normalInline(cell.content ?? [], profile, true));
      const same = own.attrs.header === header && own.attrs.align === align;
      return same ? own : { ...own, attrs: { header, align } };
    });
    return withContent(row, cells);
  });
  return rows.length > 0 ? withContent(table, rows) : null;
}

function normalExample(block: BlockJson & { type: "example" }, profile: Profile): BlockJson {
  const children: ExampleChildJson[] = normalExampleChildren(block.content ?? [], profile);
  return withContent(block, children);
}

function oneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.replaceAll(/[\r\n]+/g, " ") : text;
}
