"use client";

import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import type { Desk } from "../desk";
import { useDesk } from "../desk-context";
import { useStore } from "../use-store";
import { headingAt } from "../text/sections";

/** How often at most the outline follows the page. */
const PAUSE_MS = 120;

/** Keeps the outline at the section one is reading, and the inspector at what one is busy with. */
export function ScrollSpy() {
  const desk = useDesk();
  const editor = useStore(desk.editor);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const later = () => {
      timer ??= setTimeout(() => {
        timer = null;
        look(desk);
      }, PAUSE_MS);
    };
    later();
    window.addEventListener("scroll", later, { passive: true });
    const stopCaret = desk.caret.here.subscribe(() => {
      const { sectionUid } = desk.caret.here.get();
      if (sectionUid !== null) desk.about.set(sectionUid);
    });
    return () => {
      stopCaret();
      window.removeEventListener("scroll", later);
      if (timer) clearTimeout(timer);
    };
  }, [desk, editor]);
  return null;
}

function look(desk: Desk): void {
  const editor = desk.editor.get();
  if (!editor || editor.isDestroyed) return;
  const { left, width, top } = editor.view.dom.getBoundingClientRect();
  const below = Math.max(160, top + 8);
  const found = editor.view.posAtCoords({ left: left + width / 2, top: below });
  const heading = found && headingAt(editor.state.doc, found.pos);
  const inView = (heading?.node.attrs["uid"] as string | null | undefined) ?? null;
  desk.inView.set(inView);
  const { sectionUid } = desk.caret.here.get();
  desk.about.set(sectionUid !== null && isCaretInSight(editor) ? sectionUid : inView);
}

/** By its block of the text: to ask for the caret itself would lay out what is out of sight. */
function isCaretInSight({ state, view }: Editor): boolean {
  const block = view.dom.children[state.selection.$head.index(0)];
  if (!block) return false;
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
