import { blockAt, copyBlockLink } from "./block-links";
import { copyLink } from "./copy-links";

const MOST_WORDS = 12;

/**
 * Words that somebody selects get a small bar: a link that leads to exactly these words, and one that
 * leads to their paragraph and stays with it in later releases. Discussion adds its own buttons to the bar: it listens for `precept:selection` on the document, whose `detail` is
 * `{ bar, range }`.
 */
export function linkPassages(): void {
  const bar = document.createElement("div");
  bar.className = "selection-bar";
  bar.setAttribute("role", "toolbar");
  bar.ariaLabel = "Selected words";
  bar.hidden = true;
  const copy = document.createElement("button");
  copy.type = "button";
  copy.textContent = "Copy link";
  const copyBlock = document.createElement("button");
  copyBlock.type = "button";
  copyBlock.textContent = "Link to paragraph";
  copyBlock.dataset.ofBlock = "";
  bar.append(copy, copyBlock);
  document.body.append(bar);
  // The click must not take the selection away before it is read.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  copy.addEventListener("click", () => {
    const range = selectedRange();
    if (range) void copyLink(placeOf(range), passageOf(range));
    bar.hidden = true;
  });
  copyBlock.addEventListener("click", () => {
    const block = blockAt(selectedRange()?.startContainer ?? null);
    if (block) void copyBlockLink(block);
    bar.hidden = true;
  });
  document.addEventListener("selectionchange", () => {
    if (!selectedRange()) bar.hidden = true;
  });
  addEventListener("pointerup", () => setTimeout(() => show(bar)));
  addEventListener("keyup", ({ shiftKey, key }) => {
    if (shiftKey && key.startsWith("Arrow")) show(bar);
  });
}

function show(bar: HTMLElement): void {
  const range = selectedRange();
  if (!range || range.toString().trim().length < 3) return;
  bar.hidden = false;
  for (const each of bar.querySelectorAll<HTMLElement>("[data-of-block]")) {
    each.hidden = blockAt(range.startContainer) === null;
  }
  const at = range.getBoundingClientRect();
  const left = Math.min(at.left, document.documentElement.clientWidth - bar.offsetWidth - 8);
  bar.style.left = `${Math.max(8, left) + scrollX}px`;
  bar.style.top = `${Math.max(at.top - bar.offsetHeight - 8, 64) + scrollY}px`;
  document.dispatchEvent(new CustomEvent("precept:selection", { detail: { bar, range } }));
}

/** What is selected, if it is text of the spec. */
function selectedRange(): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return document.getElementById("main")?.contains(range.commonAncestorContainer) ? range : null;
}

const placeOf = ({ startContainer }: Range) => {
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const example = element?.closest(".example")?.querySelector(":scope > figcaption > .permalink");
  return (example ?? element?.closest("main [id]"))?.id ?? "";
};

/** The first words are enough for the browser to find the place. */
const passageOf = (range: Range) =>
  range.toString().trim().split("\n")[0]!.split(/\s+/).slice(0, MOST_WORDS).join(" ");
