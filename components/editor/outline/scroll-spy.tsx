"use client";

import { useEffect } from "react";
import type { Desk } from "../desk";
import { useDesk } from "../desk-context";
import { useStore } from "../use-store";
import { headingAt } from "../text/sections";

/** How often at most the outline follows the page. */
const PAUSE_MS = 120;

/** Keeps the outline at the section one is reading. */
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
    return () => {
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
  desk.inView.set((heading?.node.attrs["uid"] as string | null | undefined) ?? null);
}
