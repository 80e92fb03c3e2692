"use client";

import { useLayoutEffect } from "react";

/** The shade behind a modal layer. While it is there, the page behind neither scrolls nor takes the focus. */
export function Scrim() {
  useLayoutEffect(() => lockPage(document), []);
  // The same layer as what it lies behind: a dialog over a dialog then shades the lower one, too.
  return <div aria-hidden className="fixed inset-0 z-50 animate-appear bg-scrim" />;
}

let locks = 0;

// Scrolling stops by attribute and property, with the rule in base.css: a library's own lock would
// insert a style element, which the content security policy refuses. The page itself is the
// [data-page] element of app/layout.tsx. Layers may lie on each other, so they are counted.
function lockPage(page: Document) {
  const root = page.documentElement;
  if (locks === 0) {
    root.style.setProperty("--scrollbar-width", `${window.innerWidth - root.clientWidth}px`);
    root.dataset.scrollLock = "";
    setInert(page, true);
  }
  locks += 1;
  return () => {
    locks -= 1;
    if (locks > 0) return;
    setInert(page, false);
    delete root.dataset.scrollLock;
    root.style.removeProperty("--scrollbar-width");
  };
}

function setInert(page: Document, inert: boolean) {
  for (const element of page.querySelectorAll<HTMLElement>("[data-page]")) element.inert = inert;
}
