"use client";

import { ArrowRight, Replace, Trash2 } from "lucide-react";
import { useState } from "react";
import { MenuItem, MenuLabel } from "@/components/ui/menu";
import { removeUnit } from "../text/block-moves";
import { AnchoredMenu } from "./anchored";
import { ClausePicker } from "./clause-picker";
import type { NodeMenuProps } from "./menu-host";

/** Where a reference leads, and another target for it. */
export function ReferenceMenu({ handle, anchor, onClose }: NodeMenuProps) {
  const [isChoosing, setChoosing] = useState(false);
  const { desk } = handle;
  const id = String(handle.attrs["id"]);
  const title = desk.titleOf(id);
  const uid = desk.index.index().tree.byId.get(id)?.uid;
  if (isChoosing) {
    return (
      <ClausePicker
        anchor={anchor}
        label="Point this reference at"
        chosen={id}
        onPick={(target) => target && handle.set({ id: target })}
        onClose={onClose}
      />
    );
  }
  return (
    <AnchoredMenu anchor={anchor} label="Reference" onClose={onClose}>
      <MenuLabel>{title === null ? `Nothing is called #${id}` : `#${id}`}</MenuLabel>
      {uid && (
        <MenuItem onSelect={() => setTimeout(() => desk.goTo(uid))}>
          <ArrowRight aria-hidden /> Go to {title}
        </MenuItem>
      )}
      <MenuItem
        onSelect={(event) => {
          event.preventDefault();
          setChoosing(true);
        }}
      >
        <Replace aria-hidden /> Point it elsewhere
      </MenuItem>
      <MenuItem danger onSelect={() => handle.apply(removeUnit)}>
        <Trash2 aria-hidden /> Remove it
      </MenuItem>
    </AnchoredMenu>
  );
}
