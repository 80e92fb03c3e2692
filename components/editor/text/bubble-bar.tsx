"use client";

import { Bold, Code, Italic, Link, Strikethrough } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useDesk } from "../desk-context";
import { inLiteral } from "../keys/fields";
import { useStore } from "../use-store";

const MARKS = [
  { name: "strong", label: "Bold", icon: Bold },
  { name: "em", label: "Italic", icon: Italic },
  { name: "code", label: "Code", icon: Code },
  { name: "strike", label: "Strike through", icon: Strikethrough },
] as const;

/** What can be done to the words one has selected, above them. By keyboard: Mod-B, Mod-I, Mod-E, Mod-Shift-K. */
export function BubbleBar() {
  const desk = useDesk();
  const isShown = useStore(desk.caret.hasSelection);
  const editor = useStore(desk.editor);
  const menu = useStore(desk.menu);
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!bar.current || !editor) return;
    const { from, to } = editor.state.selection;
    const [start, end] = [editor.view.coordsAtPos(from), editor.view.coordsAtPos(to)];
    const { offsetWidth, offsetHeight } = bar.current;
    const middle =
      Math.abs(start.top - end.top) < 4 ? (start.left + end.left) / 2 : start.left + 80;
    const above = start.top - offsetHeight - 8;
    bar.current.style.left = `${Math.max(8, Math.min(middle - offsetWidth / 2, window.innerWidth - offsetWidth - 8))}px`;
    bar.current.style.top = `${above > 110 ? above : end.bottom + 8}px`;
  });
  if (!isShown || !editor?.isEditable || menu || inLiteral(editor.state)) return null;
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Selected words"
      className="fixed z-40 flex animate-appear rounded-md border border-line bg-raised p-0.5 shadow-overlay"
      onMouseDown={(event) => event.preventDefault()}
    >
      {MARKS.map(({ name, label, icon: Icon }) => (
        <IconButton
          key={name}
          size="sm"
          aria-label={label}
          tooltip={false}
          aria-pressed={editor.isActive(name)}
          className="aria-pressed:bg-accent-wash aria-pressed:text-accent"
          onClick={() => editor.chain().focus().toggleMark(name).run()}
        >
          <Icon aria-hidden />
        </IconButton>
      ))}
      <IconButton size="sm" aria-label="Link" tooltip={false} onClick={() => desk.openLink()}>
        <Link aria-hidden />
      </IconButton>
    </div>
  );
}
