"use client";

import { useEffect, useEffectEvent } from "react";

export interface Hotkey {
  /** As in KeyboardEvent.key, lower case: "k", "?", "enter". */
  key: string;
  /** With Ctrl, or Cmd on a Mac. Without it, keys typed into a field are left alone. */
  mod?: boolean;
}

/** Calls `handler` when the keys are pressed anywhere on the page. */
export function useHotkey({ key, mod = false }: Hotkey, handler: () => void) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (event.key.toLowerCase() !== key) return;
    if ((event.ctrlKey || event.metaKey) !== mod || event.altKey) return;
    if (!mod && isTyping(event.target)) return;
    event.preventDefault();
    handler();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

function isTyping(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=menu]") !== null)
  );
}
