"use client";

import { getMarkRange } from "@tiptap/core";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { safeHref } from "../schema/safe-href";
import { AnchoredPanel } from "./anchored";
import type { NodeMenuProps } from "./menu-host";

/** Makes the selected words a link, changes the link around the caret, or takes it off. */
export function LinkPanel({ handle, anchor, onClose }: NodeMenuProps) {
  const { editor } = handle;
  const type = editor.schema.marks["link"]!;
  const [range] = useState(() => {
    const { selection } = editor.state;
    const around = getMarkRange(selection.$from, type);
    return selection.empty ? around : { from: selection.from, to: selection.to };
  });
  const mark = range && editor.state.doc.nodeAt(range.from)?.marks.find((one) => one.type === type);
  const before = (mark?.attrs["href"] as string | undefined) ?? "";
  const [error, setError] = useState<string | null>(null);
  const change = (href: string | null) => {
    if (!range) return onClose();
    const { tr } = editor.state;
    tr.removeMark(range.from, range.to, type);
    if (href) tr.addMark(range.from, range.to, type.create({ href }));
    editor.view.dispatch(tr);
    onClose();
  };
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("href") ?? "").trim();
    const href = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed;
    if (href && safeHref(href) === null) {
      return setError("A link goes to a web page, a mail address or #an_id of this spec.");
    }
    change(href || null);
  };
  return (
    <AnchoredPanel anchor={anchor} label="Link" onClose={onClose}>
      {range ? (
        <form className="flex flex-col gap-3" onSubmit={handleSubmit}>
          <Field
            marksOptional={false}
            label="Where the link goes"
            name="href"
            error={error ?? undefined}
            hint="https://… or #an_id"
          >
            <Input autoFocus autoComplete="off" spellCheck={false} defaultValue={before} />
          </Field>
          <div className="flex justify-end gap-2">
            {before && (
              <Button size="sm" onClick={() => change(null)}>
                Take the link off
              </Button>
            )}
            <Button type="submit" variant="primary" size="sm">
              {before ? "Change" : "Link"}
            </Button>
          </div>
        </form>
      ) : (
        <p>Select the words that shall be a link, then try again.</p>
      )}
    </AnchoredPanel>
  );
}
