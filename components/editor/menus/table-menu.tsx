"use client";

import { MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { addColumn, removeColumn, tableAround } from "../text/table-changes";
import { newBlocks } from "../text/new-blocks";
import { removeUnit } from "../text/block-moves";
import { AnchoredMenu } from "./anchored";
import type { NodeMenuProps } from "./menu-host";
import { UnitItems } from "./unit-items";

/** Rows and columns of a table, from the row around the caret. */
export function TableMenu({ handle, anchor, onClose }: NodeMenuProps) {
  const addRow = (where: "above" | "below") => () =>
    handle.apply((state, pos) => {
      const row = state.doc.nodeAt(pos);
      if (!row) return null;
      const at = where === "above" ? pos : pos + row.nodeSize;
      return state.tr.insert(at, newBlocks(state.schema).tableRow(row.childCount));
    });
  return (
    <AnchoredMenu anchor={anchor} label="Table" onClose={onClose}>
      <MenuLabel>Columns</MenuLabel>
      <MenuItem onSelect={() => handle.apply((state) => addColumn(state, 0))}>
        Add a column before
      </MenuItem>
      <MenuItem onSelect={() => handle.apply((state) => addColumn(state, 1))}>
        Add a column after
      </MenuItem>
      <MenuItem onSelect={() => handle.apply((state) => removeColumn(state))}>
        Delete this column
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>Rows</MenuLabel>
      <MenuItem onSelect={addRow("above")}>Add a row above</MenuItem>
      <MenuItem onSelect={addRow("below")}>Add a row below</MenuItem>
      <UnitItems handle={handle} what="row" />
      <MenuSeparator />
      <MenuItem
        danger
        onSelect={() =>
          handle.apply((state, pos) => {
            const table = tableAround(state, pos);
            return table === null ? null : removeUnit(state, table);
          })
        }
      >
        Delete the table
      </MenuItem>
    </AnchoredMenu>
  );
}
