"use client";

import { ArrowDown, ArrowUp, Copy, Trash2 } from "lucide-react";
import { MenuItem } from "@/components/ui/menu";
import { duplicateUnit, moveUnit, removeUnit } from "../text/block-moves";
import type { NodeHandle } from "./node-handle";

export interface UnitItemsProps {
  handle: NodeHandle;
  /** What it is, for the words: "message". */
  what: string;
  /** Where the neighbours are. */
  axis?: "vertical" | "horizontal";
}

/** Move, copy, delete: the same for everything that stands beside its like. */
export function UnitItems({ handle, what, axis = "vertical" }: UnitItemsProps) {
  const [back, forth] =
    axis === "vertical" ? ["Move up", "Move down"] : ["Move earlier", "Move later"];
  return (
    <>
      <MenuItem onSelect={() => handle.apply((state, pos) => moveUnit(state, pos, -1))}>
        <ArrowUp aria-hidden /> {back}
      </MenuItem>
      <MenuItem onSelect={() => handle.apply((state, pos) => moveUnit(state, pos, 1))}>
        <ArrowDown aria-hidden /> {forth}
      </MenuItem>
      <MenuItem onSelect={() => handle.apply(duplicateUnit)}>
        <Copy aria-hidden /> Duplicate
      </MenuItem>
      <MenuItem danger onSelect={() => handle.apply(removeUnit)}>
        <Trash2 aria-hidden /> Delete this {what}
      </MenuItem>
    </>
  );
}
