"use client";

import { useLayoutEffect } from "react";

/** The shade behind a modal layer. While it is there, the page behind does not scroll. */
export function Scrim() {
  useLayoutEffect(() => lockScroll(document.documentElement), []);
  return <div aria-hidden className="fixed inset-0 z-40 animate-appear bg-scrim" />;
}

let locks = 0;

// By attribute and property, with the rule in base.css: a library's own lock would insert a style
// element, which the content security policy refuses. Layers may lie on each other, so they are counted.
function lockScroll(root: HTMLElement) {
  if (locks === 0) {
    root.style.setProperty("--scrollbar-width", `${window.innerWidth - root.clientWidth}px`);
    root.dataset.scrollLock = "";
  }
  locks += 1;
  return () => {
    locks -= 1;
    if (locks > 0) return;
    delete root.dataset.scrollLock;
    root.style.removeProperty("--scrollbar-width");
  };
}
