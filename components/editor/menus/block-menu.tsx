"use client";

import { MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { AnchoredMenu } from "./anchored";
import { BLOCK_KINDS } from "./block-kinds";
import type { NodeMenuProps } from "./menu-host";
import { UnitItems } from "./unit-items";

/** Any other block: what it can become, and where it can go. */
export function BlockMenu({ handle, anchor, onClose }: NodeMenuProps) {
  const { editor, node, isInPrompts } = handle;
  const turns = node.isTextblock && !isInPrompts ? BLOCK_KINDS.filter(({ turn }) => turn) : [];
  return (
    <AnchoredMenu anchor={anchor} label="Block" onClose={onClose}>
      {turns.length > 0 && <MenuLabel>Make it</MenuLabel>}
      {turns.map(({ key, label, icon: Icon, turn }) => (
        <MenuItem key={key} onSelect={() => turn?.(editor)}>
          <Icon aria-hidden /> {label}
        </MenuItem>
      ))}
      {turns.length > 0 && <MenuSeparator />}
      <UnitItems handle={handle} what="block" />
    </AnchoredMenu>
  );
}
