"use client";

import { Plus } from "lucide-react";
import { MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { ROLES, type Role } from "@/lib/spec/schema/example-blocks";
import { insertAfter } from "../text/insert-after";
import { newBlocks } from "../text/new-blocks";
import { ROLE_WORDS } from "../views/words";
import { AnchoredMenu } from "./anchored";
import type { NodeMenuProps } from "./menu-host";
import { UnitItems } from "./unit-items";

/** Who says a message, and what can be done to it. */
export function MessageMenu({ handle, anchor, onClose }: NodeMenuProps) {
  const role = handle.attrs["role"] as Role;
  const next: Role = role === "user" ? "assistant" : "user";
  return (
    <AnchoredMenu anchor={anchor} label="Message" onClose={onClose}>
      <MenuLabel>Who says this</MenuLabel>
      <MenuChoice
        label="Who says this"
        value={role}
        onValueChange={(value) => handle.set({ role: value })}
        options={ROLES.map((value) => ({ value, label: ROLE_WORDS[value] }))}
      />
      <MenuSeparator />
      <MenuItem
        onSelect={() =>
          handle.apply((state, pos) =>
            insertAfter(state, pos, newBlocks(state.schema).message(next)),
          )
        }
      >
        <Plus aria-hidden /> Add a message after it
      </MenuItem>
      <UnitItems handle={handle} what="message" />
    </AnchoredMenu>
  );
}
