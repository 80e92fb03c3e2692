import type { BlockJson, InlineJson, NodeJson } from "@/lib/spec/block-json";
import { literalText, plainText } from "@/lib/spec/plain-text";
import { titleById, type Section, type SectionTree } from "@/lib/spec/section-tree";
import { walk } from "@/lib/spec/walk";
import { searchText, type SearchText } from "./find-quote";
import type { PassagePart } from "./target";

/** A run of words that can be quoted: what a reader sees as one paragraph, title, reason or message. */
export interface Passage {
  uid: string;
  part: PassagePart;
  text: string;
  /** The text, made ready for searching. */
  search: SearchText;
  /** Where it stands, null for text before the first heading. */
  section: Section | null;
}

/** Everything in a document that can be quoted, in reading order. */
export function passages(tree: SectionTree): Passage[] {
  const titleOf = titleById(tree);
  const preamble = passagesOf(tree.preamble, null, titleOf);
  return [
    ...preamble,
    ...tree.sections.flatMap((section) =>
      passagesOf([section.heading, ...section.blocks], section, titleOf),
    ),
  ];
}

type TitleOf = (id: string) => string | null;

function passagesOf(
  blocks: readonly BlockJson[],
  section: Section | null,
  titleOf: TitleOf,
): Passage[] {
  const found: Passage[] = [];
  walk(blocks, (node) => {
    const uid = node.attrs?.["uid"];
    if (typeof uid !== "string") return;
    for (const { part, text } of textsOf(node, titleOf)) {
      if (text.trim() !== "") found.push(passage(uid, part, text, section));
    }
  });
  return found;
}

/** Most passages are never searched, so they are made ready at the first search. */
function passage(uid: string, part: PassagePart, text: string, section: Section | null): Passage {
  let search: SearchText | undefined;
  return {
    uid,
    part,
    text,
    section,
    get search() {
      return (search ??= searchText(text));
    },
  };
}

const INLINE_TEXT = new Set(["paragraph", "heading"]);
const LITERAL_TEXT = new Set(["codeBlock", "raw", "message"]);

function textsOf(node: NodeJson, titleOf: TitleOf): { part: PassagePart; text: string }[] {
  const words = (of: NodeJson | undefined) =>
    plainText(of?.content as InlineJson[] | undefined, titleOf);
  const child = (type: string) => node.content?.find((inner) => inner.type === type);
  if (INLINE_TEXT.has(node.type)) return [{ part: "text", text: words(node) }];
  if (LITERAL_TEXT.has(node.type)) return [{ part: "text", text: literalText(node) }];
  switch (node.type) {
    case "tableRow":
      return (node.content ?? []).map((cell, index) => ({
        part: `cell ${index}` as const,
        text: words(cell),
      }));
    case "example":
      return [{ part: "title", text: words(child("exampleTitle")) }];
    case "response":
      return [
        { part: "reason", text: words(child("reason")) },
        { part: "body", text: literalText(child("body")) },
      ];
    default:
      return [];
  }
}
