"use client";

import { FolderInput, Hash, MessageSquarePlus, Scale, ShieldAlert } from "lucide-react";
import { useState } from "react";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import { moveToSection } from "../text/block-moves";
import { AnchoredMenu } from "./anchored";
import { ClausePicker } from "./clause-picker";
import type { NodeMenuProps } from "./menu-host";
import { UnitItems } from "./unit-items";

/** All that can be done to an example. */
export function ExampleMenu({ handle, anchor, onClose }: NodeMenuProps) {
  const [isMoving, setMoving] = useState(false);
  const { desk, editor, isInPrompts } = handle;
  const sensitive = Boolean(handle.attrs["sensitive"]);
  const add = (part: "message" | "response") => () => {
    const pos = handle.pos();
    if (pos !== null) desk.addPart(pos, part, editor);
  };
  if (isMoving) {
    return (
      <ClausePicker
        anchor={anchor}
        label="Move this example to"
        chosen={null}
        bySection
        onPick={(uid) => {
          if (!uid) return;
          handle.apply((state, pos) => moveToSection(state, pos, uid));
          const title = desk.index.index().lines.find((line) => line.uid === uid)?.title ?? "there";
          desk.tell(`The example is now at the end of ${title}.`);
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <AnchoredMenu anchor={anchor} label="Example" onClose={onClose}>
      <MenuItem onSelect={add("message")}>
        <MessageSquarePlus aria-hidden /> Add a message
      </MenuItem>
      {!isInPrompts && (
        <MenuItem onSelect={add("response")}>
          <Scale aria-hidden /> Add a response
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem onSelect={() => handle.set({ sensitive: !sensitive })}>
        <ShieldAlert aria-hidden />{" "}
        {sensitive ? "Take the content warning off" : "Mark as sensitive content"}
      </MenuItem>
      {!isInPrompts && (
        <>
          <MenuItem onSelect={() => handle.openMenu("id", anchor)}>
            <Hash aria-hidden /> {handle.attrs["id"] ? "Change its id" : "Give it an id"}
          </MenuItem>
          <MenuItem
            onSelect={(event) => {
              event.preventDefault();
              setMoving(true);
            }}
          >
            <FolderInput aria-hidden /> Move to another section
          </MenuItem>
        </>
      )}
      <MenuSeparator />
      <UnitItems handle={handle} what={isInPrompts ? "prompt" : "example"} />
    </AnchoredMenu>
  );
}
