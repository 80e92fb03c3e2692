import type { EditorState } from "@tiptap/pm/state";

export type FieldStep = 1 | -1;

const LITERAL = new Set(["message", "body"]);

/** Whether the caret is in text that is taken word for word. */
export function inLiteral({ selection }: EditorState): boolean {
  return LITERAL.has(selection.$from.parent.type.name);
}

/**
 * Where the next field begins: the next place for text in the example or the table around the caret.
 * Null when the caret is in neither, or in their last (first) field.
 */
export function nextField({ doc, selection }: EditorState, step: FieldStep): number | null {
  const { $from } = selection;
  for (let depth = $from.depth - 1; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name !== "example" && node.type.name !== "table") continue;
    const fields: number[] = [];
    const start = $from.before(depth);
    doc.nodesBetween(start, start + node.nodeSize, (child, pos) => {
      if (child.isTextblock) fields.push(pos + 1);
      return !child.isTextblock;
    });
    const here = fields.indexOf($from.start());
    return here < 0 ? null : (fields[here + step] ?? null);
  }
  return null;
}
