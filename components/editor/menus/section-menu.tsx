"use client";

import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ClipboardList,
  Hash,
  Trash2,
} from "lucide-react";
import { AuthorityBadge } from "@/components/authority/authority-badge";
import { MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { findSection } from "../text/sections";
import { AnchoredMenu } from "./anchored";
import type { NodeMenuProps } from "./menu-host";
import type { NodeHandle } from "./node-handle";

/** The authority of a section: with one it is a clause. */
export function AuthorityMenu({ handle, anchor, onClose }: NodeMenuProps) {
  return (
    <AnchoredMenu anchor={anchor} label="Authority" onClose={onClose}>
      <MenuLabel>Authority</MenuLabel>
      <AuthorityChoice handle={handle} />
    </AnchoredMenu>
  );
}

function AuthorityChoice({ handle }: { handle: NodeHandle }) {
  const levels = handle.desk.levels();
  return (
    <MenuChoice
      label="Authority"
      value={String(handle.attrs["authority"] ?? "")}
      onValueChange={(key) => handle.set({ authority: key || null })}
      options={[
        ...levels.map((level) => ({ value: level.key, label: <AuthorityBadge {...level} /> })),
        { value: "", label: "No authority" },
      ]}
    />
  );
}

const DEPTHS = ["1", "2", "3", "4"].map((value) => ({ value, label: `Heading ${value}` }));

/** All that can be done to a section. */
export function SectionMenu({ handle, anchor, onClose }: NodeMenuProps) {
  const { desk, uid } = handle;
  const move = (kind: "up" | "down" | "in" | "out") => () => uid && desk.move(uid, { kind });
  return (
    <AnchoredMenu anchor={anchor} label="Section" onClose={onClose}>
      <MenuItem onSelect={() => handle.openMenu("id", anchor)}>
        <Hash aria-hidden /> {handle.attrs["id"] ? "Change its id and tags" : "Give it an id"}
      </MenuItem>
      <MenuItem onSelect={() => uid && desk.form.set(uid)}>
        <ClipboardList aria-hidden /> Edit as a form
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>Authority</MenuLabel>
      <AuthorityChoice handle={handle} />
      <MenuSeparator />
      <MenuLabel>Level</MenuLabel>
      <MenuChoice
        label="Level"
        value={String(handle.attrs["level"])}
        onValueChange={(level) => handle.set({ level: Number(level) })}
        options={DEPTHS}
      />
      <MenuSeparator />
      <MenuLabel>Move with all under it</MenuLabel>
      <MenuItem onSelect={move("up")}>
        <ArrowUp aria-hidden /> Up
      </MenuItem>
      <MenuItem onSelect={move("down")}>
        <ArrowDown aria-hidden /> Down
      </MenuItem>
      <MenuItem onSelect={move("in")}>
        <ArrowRight aria-hidden /> Under the section before
      </MenuItem>
      <MenuItem onSelect={move("out")}>
        <ArrowLeft aria-hidden /> Out, one level up
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        danger
        onSelect={() =>
          handle.apply((state) => {
            const section = uid ? findSection(state.doc, uid) : null;
            return section ? state.tr.delete(section.from, section.to) : null;
          })
        }
      >
        <Trash2 aria-hidden /> Delete it with all under it
      </MenuItem>
    </AnchoredMenu>
  );
}
