"use client";

import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { removeUnit } from "../text/block-moves";
import { AnchoredPanel } from "./anchored";
import type { NodeMenuProps } from "./menu-host";

/** The title above a commentary, and taking the commentary away or its frame off. */
export function CommentaryPanel({ handle, anchor, onClose }: NodeMenuProps) {
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    handle.set({
      title: String(new FormData(event.currentTarget).get("title") ?? "").trim() || null,
    });
    onClose();
  };
  const unwrap = () => {
    handle.apply((state, pos) => {
      const node = state.doc.nodeAt(pos);
      return node ? state.tr.replaceWith(pos, pos + node.nodeSize, node.content) : null;
    });
    onClose();
  };
  const remove = () => {
    handle.apply(removeUnit);
    onClose();
  };
  return (
    <AnchoredPanel anchor={anchor} label="Commentary" onClose={onClose}>
      <form className="flex flex-col gap-3" onSubmit={handleSubmit}>
        <Field marksOptional={false} label="Title of the commentary" name="title">
          <Input
            autoFocus
            autoComplete="off"
            defaultValue={(handle.attrs["title"] as string | null) ?? ""}
          />
        </Field>
        <div className="flex flex-wrap justify-between gap-2">
          <div className="flex gap-2">
            <Button size="sm" onClick={unwrap}>
              Make it plain text
            </Button>
            <Button size="sm" variant="quiet" onClick={remove}>
              Delete
            </Button>
          </div>
          <Button type="submit" variant="primary" size="sm">
            Change
          </Button>
        </div>
      </form>
    </AnchoredPanel>
  );
}
