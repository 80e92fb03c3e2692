import { element } from "./element";

export interface SelectedWords {
  exact: string;
  prefix: string;
  suffix: string;
}

const AROUND = 48;
const LONGEST = 2_000;
let offer: HTMLButtonElement | null = null;

/** Shows "Comment" beside words that were selected in a clause. */
export function offerOnSelection(comment: (clause: string, quote: SelectedWords) => void): void {
  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    // Selecting moves in many small steps; the offer comes when it rests.
    timer = window.setTimeout(() => show(comment), 250);
  });
}

function show(comment: (clause: string, quote: SelectedWords) => void): void {
  offer?.remove();
  offer = null;
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const quote = quoteOf(range);
  const clause = clauseAround(range.startContainer);
  if (!quote || !clause) return;
  const at = range.getBoundingClientRect();
  offer = element("button", { className: "fb-offer", type: "button" }, "Comment");
  // Pressing a button takes the selection away on some devices; it was read already.
  offer.addEventListener("pointerdown", (event) => event.preventDefault());
  offer.addEventListener("click", () => {
    offer?.remove();
    comment(clause, quote);
  });
  document.body.append(offer);
  const left = Math.min(Math.max(8, at.left), innerWidth - offer.offsetWidth - 8);
  // Below the words: above them phones show their own menu.
  offer.style.left = `${left + scrollX}px`;
  offer.style.top = `${at.bottom + 8 + scrollY}px`;
}

function quoteOf(range: Range): SelectedWords | null {
  const exact = range.toString();
  if (exact.trim().length < 2 || exact.length > LONGEST) return null;
  const block = blockAround(range.startContainer);
  if (!block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEndAfter(blockAround(range.endContainer) ?? block);
  return {
    exact,
    prefix: before.toString().slice(-AROUND),
    suffix: after.toString().slice(0, AROUND),
  };
}

const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);

const blockAround = (node: Node) =>
  elementOf(node)?.closest("p, li, td, h1, h2, h3, h4, h5, h6, pre, blockquote, [data-u]");

const clauseAround = (node: Node) => elementOf(node)?.closest("section.clause[id]")?.id ?? null;
