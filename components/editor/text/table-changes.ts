import type { EditorState, Transaction } from "@tiptap/pm/state";

/** Where the table around a place begins, null when there is none. */
export function tableAround({ doc }: EditorState, pos: number): number | null {
  const $pos = doc.resolve(pos);
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type.name === "table") return $pos.before(depth);
  }
  return null;
}

/** Adds a column before (0) or after (1) the one around the caret. */
export function addColumn(state: EditorState, side: 0 | 1): Transaction | null {
  return eachRow(state, (tr, row, cells) => {
    const here = cells.at ?? cells.last;
    const at = side === 0 ? here.pos : here.pos + here.size;
    tr.insert(
      tr.mapping.map(at),
      state.schema.nodes["tableCell"]!.create({ header: row === 0 && here.header }),
    );
  });
}

/** Removes the column around the caret; the last one stays. */
export function removeColumn(state: EditorState): Transaction | null {
  return eachRow(state, (tr, _row, cells) => {
    if (cells.at && cells.count > 1) {
      tr.delete(tr.mapping.map(cells.at.pos), tr.mapping.map(cells.at.pos + cells.at.size));
    }
  });
}

interface Cell {
  pos: number;
  size: number;
  header: boolean;
}

function eachRow(
  state: EditorState,
  change: (
    tr: Transaction,
    row: number,
    cells: { at: Cell | null; last: Cell; count: number },
  ) => void,
): Transaction | null {
  const { doc, selection } = state;
  const start = tableAround(state, selection.from);
  const table = start === null ? null : doc.nodeAt(start);
  const depth = selection.$from.depth;
  if (start === null || !table || depth < 1) return null;
  const column = selection.$from.index(depth - 1);
  const { tr } = state;
  table.forEach((row, offset, place) => {
    const found: Cell[] = [];
    row.forEach((cell, within) =>
      found.push({
        pos: start + 1 + offset + 1 + within,
        size: cell.nodeSize,
        header: Boolean(cell.attrs["header"]),
      }),
    );
    const last = found.at(-1);
    if (last) change(tr, place, { at: found[column] ?? null, last, count: found.length });
  });
  return tr;
}
