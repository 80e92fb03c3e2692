"use client";

import { MessageSquareText, Plus, Scale } from "lucide-react";
import { MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { TextSelection } from "@tiptap/pm/state";
import { insertAfter } from "../text/insert-after";
import { newBlocks } from "../text/new-blocks";
import { AnchoredMenu } from "./anchored";
import type { NodeMenuProps } from "./menu-host";
import { UnitItems } from "./unit-items";
import { VerdictChoice } from "./verdict-menu";

const MOST_RESPONSES = 5;

/** All that can be done to a response. */
export function ResponseMenu({ handle, anchor, onClose }: NodeMenuProps) {
  const hasReason = handle.node.content.content.some(({ type }) => type.name === "reason");
  const pos = handle.pos();
  const siblings = pos === null ? 0 : handle.editor.state.doc.resolve(pos).parent.childCount;
  const addReason = () =>
    handle.apply((state, at) => {
      const tr = state.tr.insert(at + 1, state.schema.nodes["reason"]!.create());
      return tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView();
    });
  return (
    <AnchoredMenu anchor={anchor} label="Response" onClose={onClose}>
      <MenuLabel>Verdict</MenuLabel>
      <VerdictChoice handle={handle} />
      <MenuSeparator />
      <MenuItem onSelect={() => handle.openMenu("violates", anchor)}>
        <Scale aria-hidden /> The clause it breaks
      </MenuItem>
      {!hasReason && (
        <MenuItem onSelect={addReason}>
          <MessageSquareText aria-hidden /> Add a reason
        </MenuItem>
      )}
      {siblings < MOST_RESPONSES && (
        <MenuItem
          onSelect={() =>
            handle.apply((state, at) =>
              insertAfter(state, at, newBlocks(state.schema).response(null)),
            )
          }
        >
          <Plus aria-hidden /> Add a response after it
        </MenuItem>
      )}
      <MenuSeparator />
      <UnitItems handle={handle} what="response" axis="horizontal" />
    </AnchoredMenu>
  );
}
