import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { newBlocks } from "./new-blocks";

/** More do not fit side by side, and nobody compares them. */
const MOST_RESPONSES = 5;

/**
 * Adds a message or a response at the end of the example that begins at a place, with the caret in it.
 *
 * @returns Words for the person when it cannot be done.
 */
export function addPart(editor: Editor, pos: number, part: "message" | "response"): string | null {
  const example = editor.state.doc.nodeAt(pos);
  if (example?.type.name !== "example") return null;
  const make = newBlocks(editor.schema);
  const comparison = comparisonIn(example, pos);
  const end = pos + example.nodeSize - 1;
  if (part === "message") {
    insert(editor, comparison?.pos ?? end, make.message("user"));
  } else if (!comparison) {
    insert(editor, end, make.comparison());
  } else if (comparison.node.childCount >= MOST_RESPONSES) {
    return "A comparison holds up to five responses.";
  } else {
    insert(editor, comparison.pos + comparison.node.nodeSize - 1, make.response(null));
  }
  return null;
}

function comparisonIn(example: Node, pos: number): { pos: number; node: Node } | null {
  let found: { pos: number; node: Node } | null = null;
  example.forEach((node, offset) => {
    if (node.type.name === "comparison") found = { pos: pos + 1 + offset, node };
  });
  return found;
}

function insert(editor: Editor, at: number, node: Node): void {
  const tr = editor.state.tr.insert(at, node);
  tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView();
  editor.view.dispatch(tr);
  editor.view.focus();
}
