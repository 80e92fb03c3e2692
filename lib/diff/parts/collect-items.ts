import type { BlockJson, ExampleJson, InlineJson, NodeJson } from "@/lib/spec/block-json";
import { literalText } from "@/lib/spec/plain-text";
import { walk } from "@/lib/spec/walk";
import type { UnitForm } from "../change";
import type { Lexicon } from "../text/lexicon";
import { ExamplePart } from "./example-part";
import type { SectionPart } from "./section-part";
import { UnitPart } from "./unit-part";
import { rowContent } from "./row-content";

/** Documents from outside are at most 32 deep; one that was built deeper is read as one unit below this. */
const DEEPEST = 64;

/**
 * Puts the units and examples of a section's blocks into it, in order.
 *
 * @param first Index of the first of the blocks in `content`.
 */
export function collectItems(
  blocks: readonly BlockJson[],
  first: number,
  section: SectionPart,
  lexicon: Lexicon,
): void {
  const collector = new Collector(section, lexicon);
  blocks.forEach((block, index) => collector.collect(block, first + index));
}

interface Around {
  block: number;
  path: number[];
  shape: string;
  commentary: boolean;
  /** What a paragraph is called here. */
  form: UnitForm;
  uid: string | null;
}

class Collector {
  constructor(
    private readonly section: SectionPart,
    private readonly lexicon: Lexicon,
  ) {}

  collect(block: BlockJson, index: number): void {
    const around: Around = {
      block: index,
      path: [],
      shape: "",
      commentary: false,
      form: "paragraph",
      uid: null,
    };
    this.#visit(block, around);
  }

  #visit(node: NodeJson, around: Around): void {
    const uid = (node.attrs?.["uid"] as string | null | undefined) ?? around.uid;
    const here = { ...around, uid };
    if (node.type === "example") {
      const { block, path } = here;
      const example = node as ExampleJson;
      this.section.items.push(
        new ExamplePart(example, { block, path }, this.section, this.lexicon),
      );
      return;
    }
    const own = ownText(node, here);
    if (own) this.#push(node, own, here);
    else this.#visitChildren(node, inside(node, here));
  }

  #visitChildren(node: NodeJson, around: Around): void {
    const children = node.content ?? [];
    if (children.length === 0) return this.#push(node, literal(around.form, ""), around);
    children.forEach((child, index) => {
      // The first paragraph of an item is the item; those below it are paragraphs.
      const form = node.type === "listItem" && index > 0 ? laterForm(around) : around.form;
      this.#visit(child, { ...around, form, path: [...around.path, index] });
    });
  }

  #push(node: NodeJson, own: OwnText, { block, path, uid, commentary, shape }: Around): void {
    const source = { node, uid, commentary, block, path, shape, ...own };
    this.section.items.push(new UnitPart(source, this.section, this.lexicon));
  }
}

interface OwnText {
  form: UnitForm;
  prose: readonly InlineJson[] | null;
  literal: string;
}

const prose = (form: UnitForm, content: unknown): OwnText => ({
  form,
  prose: (content ?? []) as InlineJson[],
  literal: "",
});

const literal = (form: UnitForm, text: string): OwnText => ({ form, prose: null, literal: text });

/** The text of a node that is a unit itself, null for a container. */
function ownText(node: NodeJson, around: Around): OwnText | null {
  switch (node.type) {
    case "paragraph":
    case "heading":
      return prose(around.form, node.content);
    case "tableRow":
      return prose("table row", rowContent(node));
    case "codeBlock":
      return literal("code", literalText(node));
    case "raw":
      return literal("raw", literalText(node));
    case "image":
      return literal("image", `![${attr(node, "alt")}](${attr(node, "src")})`);
    case "horizontalRule":
      return literal("rule", "");
    default:
      return around.path.length < DEEPEST ? null : literal("raw", deepText(node));
  }
}

function inside(node: NodeJson, around: Around): Around {
  const step = node.type === "listItem" ? `${node.type}${attr(node, "checked")}` : node.type;
  const shape = `${around.shape}/${step}${node.type === "commentary" ? attr(node, "kind") : ""}`;
  switch (node.type) {
    case "commentary":
      return { ...around, shape, commentary: true, form: "commentary paragraph" };
    case "listItem":
      return { ...around, shape, form: "list item" };
    case "blockquote":
      return { ...around, shape, form: "quote" };
    case "table":
      return { ...around, shape, form: "table row" };
    default:
      return { ...around, shape, form: node.type.endsWith("List") ? "list item" : around.form };
  }
}

const laterForm = ({ commentary }: Around): UnitForm =>
  commentary ? "commentary paragraph" : "paragraph";

const attr = (node: NodeJson, name: string) => {
  const value = node.attrs?.[name];
  return value === null || value === undefined ? "" : String(value);
};

function deepText(node: NodeJson): string {
  const texts: string[] = [];
  walk([node], ({ text }) => {
    if (text !== undefined) texts.push(text);
  });
  return texts.join(" ");
}
