"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { isAnchorText } from "@/lib/spec/schema/attributes";
import { checkSectionId, proposeSectionId, SectionIdRefused } from "@/lib/spec/section-id";
import { renameSectionId } from "../text/rename-section-id";
import { AnchoredPanel } from "./anchored";
import type { NodeMenuProps } from "./menu-host";

/** What a section or example is called. A rename takes all references along and is remembered. */
export function IdPanel({ handle, anchor, onClose }: NodeMenuProps) {
  const { desk, node, attrs } = handle;
  const isHeading = node.type.name === "heading";
  const before = attrs["id"] as string | null;
  const [error, setError] = useState<string | null>(null);
  const taken = () => new Set(desk.index.index().titles.keys());
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const id = String(data.get("id") ?? "").trim();
    const tags = isHeading
      ? String(data.get("tags") ?? "")
          .split(/[\s,]+/)
          .filter(Boolean)
      : [];
    const bad = tags.find((tag) => !isAnchorText(tag));
    if (bad) return setError(`"${bad}" cannot be a tag.`);
    try {
      desk.index.refresh();
      if (before === null && id) {
        checkSectionId(id, taken());
        handle.set({ id });
      } else if (before !== null && id !== before) {
        renameSectionId(desk.session.ydoc, desk.levels(), before, id);
        desk.tell(`#${before} is now #${id}, and so are all references to it.`);
      }
      if (isHeading && tags.join() !== (attrs["tags"] as string[]).join()) handle.set({ tags });
      onClose();
    } catch (failure) {
      if (!(failure instanceof SectionIdRefused)) throw failure;
      setError(failure.message);
    }
  };
  return (
    <AnchoredPanel anchor={anchor} label="Id" onClose={onClose}>
      <form className="flex flex-col gap-3" onSubmit={handleSubmit}>
        <Field
          marksOptional={false}
          label="Id"
          name="id"
          error={error ?? undefined}
          hint={
            before
              ? "All references follow, and old links find it."
              : "Links and references use it."
          }
        >
          <Input
            autoFocus
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            defaultValue={before ?? proposeSectionId(node.textContent, taken())}
          />
        </Field>
        {isHeading && (
          <Field marksOptional={false} label="Tags" name="tags" hint="Apart by spaces.">
            <Input autoComplete="off" defaultValue={(attrs["tags"] as string[]).join(" ")} />
          </Field>
        )}
        <Button type="submit" variant="primary" size="sm" className="self-end">
          {before === null ? "Give it this id" : "Change"}
        </Button>
      </form>
    </AnchoredPanel>
  );
}
