import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import {
  Code,
  FlaskConical,
  Heading1,
  Heading2,
  Heading3,
  List,
  ListOrdered,
  MessageSquareQuote,
  Minus,
  Quote,
  Scale,
  ShieldCheck,
  Table,
  TextInitial,
  type LucideIcon,
} from "lucide-react";
import type { Desk } from "../desk";
import { newBlocks } from "../text/new-blocks";

/** Something that `/` offers. */
export interface BlockKind {
  key: string;
  label: string;
  hint: string;
  /** Other words people may type for it. */
  words: string;
  icon: LucideIcon;
  /** Makes the block around the caret into it, keeping its words. */
  turn?: (editor: Editor) => void;
  /** Puts a new one in place of an empty paragraph. */
  make?: (editor: Editor) => Node;
  /** Asks the page for something at the caret. */
  ask?: (desk: Desk) => void;
}

const heading = (level: number) => (editor: Editor) =>
  void editor.commands.setNode("heading", { level, uid: uidHere(editor) });

/** A clause begins one level below the section around it, as the highest level that can be set aside. */
function clause(editor: Editor): void {
  const { state } = editor;
  let level = 2;
  state.doc.nodesBetween(0, state.selection.from, (node) => {
    if (node.type.name === "heading")
      level = node.attrs["authority"]
        ? Number(node.attrs["level"])
        : Number(node.attrs["level"]) + 1;
    return false;
  });
  editor.commands.setNode("heading", {
    level: Math.min(level, 4),
    authority: "user",
    uid: uidHere(editor),
  });
}

const uidHere = ({ state }: Editor) =>
  (state.selection.$from.parent.attrs["uid"] as string | null) ?? null;

export const BLOCK_KINDS: readonly BlockKind[] = [
  {
    key: "text",
    label: "Plain text",
    hint: "A paragraph",
    words: "paragraph",
    icon: TextInitial,
    turn: (editor) => void editor.commands.setNode("paragraph", { uid: uidHere(editor) }),
  },
  {
    key: "clause",
    label: "Clause",
    hint: "A section with authority",
    words: "principle rule section",
    icon: ShieldCheck,
    turn: clause,
  },
  {
    key: "h1",
    label: "Chapter",
    hint: "Heading 1",
    words: "heading section title",
    icon: Heading1,
    turn: heading(1),
  },
  {
    key: "h2",
    label: "Section",
    hint: "Heading 2",
    words: "heading",
    icon: Heading2,
    turn: heading(2),
  },
  {
    key: "h3",
    label: "Subsection",
    hint: "Heading 3",
    words: "heading",
    icon: Heading3,
    turn: heading(3),
  },
  {
    key: "example",
    label: "Tricky example",
    hint: "Responses to compare",
    words: "case prompt",
    icon: Scale,
    make: ({ schema }) => newBlocks(schema).example(),
  },
  {
    key: "prompts",
    label: "Evaluation prompts",
    hint: "Test this sentence",
    words: "marker test case",
    icon: FlaskConical,
    ask: (desk) => desk.prompts.addHere(),
  },
  {
    key: "commentary",
    label: "Commentary",
    hint: "Explains, does not instruct",
    words: "note meta aside",
    icon: MessageSquareQuote,
    make: ({ schema }) => newBlocks(schema).commentary(),
  },
  {
    key: "bullets",
    label: "List",
    hint: "With bullets",
    words: "bullet unordered",
    icon: List,
    turn: (editor) => void editor.commands.toggleList("bulletList", "listItem"),
  },
  {
    key: "numbers",
    label: "Numbered list",
    hint: "1. 2. 3.",
    words: "ordered",
    icon: ListOrdered,
    turn: (editor) => void editor.commands.toggleList("orderedList", "listItem"),
  },
  {
    key: "quote",
    label: "Quote",
    hint: "Somebody's words",
    words: "blockquote",
    icon: Quote,
    turn: (editor) => void editor.commands.toggleWrap("blockquote"),
  },
  {
    key: "code",
    label: "Code",
    hint: "Word for word",
    words: "pre literal",
    icon: Code,
    turn: (editor) => void editor.commands.setNode("codeBlock", { uid: uidHere(editor) }),
  },
  {
    key: "table",
    label: "Table",
    hint: "Three columns to begin with",
    words: "grid rows",
    icon: Table,
    make: ({ schema }) => newBlocks(schema).table(),
  },
  {
    key: "rule",
    label: "Line",
    hint: "Between two parts",
    words: "divider horizontal rule",
    icon: Minus,
    make: ({ schema }) => newBlocks(schema).horizontalRule(),
  },
];

/** Kinds whose name or other words begin with what was typed. */
export function findKinds(query: string): BlockKind[] {
  const wanted = query.trim().toLowerCase();
  const matches = ({ label, words, key }: BlockKind) =>
    [key, ...label.toLowerCase().split(" "), ...words.split(" ")].some((word) =>
      word.startsWith(wanted),
    ) || label.toLowerCase().startsWith(wanted);
  return BLOCK_KINDS.filter(matches);
}

/** Takes the typed `/words` away and makes the chosen kind of block there. */
export function applyKind(
  desk: Desk,
  editor: Editor,
  kind: BlockKind,
  range: { from: number; to: number },
): void {
  const { doc, tr } = editor.state;
  // What is asked for hangs on the sentence before, and the space before the sign was typed for it.
  const isApart = kind.ask && /\s/.test(doc.textBetween(range.from - 1, range.from));
  editor.view.dispatch(tr.delete(isApart ? range.from - 1 : range.from, range.to));
  if (kind.ask) return kind.ask(desk);
  if (kind.turn) kind.turn(editor);
  else if (kind.make) put(editor, kind.make(editor));
  editor.view.focus();
}

function put(editor: Editor, node: Node): void {
  const { $from } = editor.state.selection;
  const { tr } = editor.state;
  const isEmpty = $from.parent.content.size === 0;
  // An example belongs to a section and not into the list or quote one is in.
  const outside = node.type.name === "example" && $from.depth > 1;
  const from = outside ? $from.after(1) : isEmpty ? $from.before() : $from.after();
  const to = outside || !isEmpty ? from : $from.after();
  const parent = outside ? editor.state.doc : $from.node(-1);
  if (!parent.type.contentMatch.matchType(node.type)) return;
  tr.replaceWith(from, to, node);
  const inside = TextSelection.near(tr.doc.resolve(Math.min(from + 1, tr.doc.content.size)));
  editor.view.dispatch(tr.setSelection(inside).scrollIntoView());
}
