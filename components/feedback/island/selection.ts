import { element } from "./element";

export interface SelectedWords {
  exact: string;
  prefix: string;
  suffix: string;
}

interface Chosen {
  clause: string;
  quote: SelectedWords;
}

const AROUND = 48;
const LONGEST = 2_000;

/**
 * Adds "Comment" to the bar that the page shows beside selected words (components/reading).
 *
 * @returns Tells what is selected at the moment.
 */
export function offerOnSelection(
  comment: (clause: string, quote: SelectedWords) => void,
): () => Chosen | null {
  let chosen: Chosen | null = null;
  const button = element("button", { type: "button" }, "Comment");
  button.addEventListener("click", () => {
    if (chosen) comment(chosen.clause, chosen.quote);
  });
  document.addEventListener("precept:selection", (event) => {
    const { bar, range } = (event as CustomEvent<{ bar: HTMLElement; range: Range }>).detail;
    // Read now: pressing the button may take the selection away.
    chosen = chosenIn(range);
    button.hidden = chosen === null;
    if (button.parentElement !== bar) bar.prepend(button);
  });
  return () => {
    const selection = getSelection();
    return selection?.isCollapsed === false ? chosenIn(selection.getRangeAt(0)) : null;
  };
}

function chosenIn(range: Range): Chosen | null {
  const quote = quoteOf(range);
  const clause = elementOf(range.startContainer)?.closest("main section.clause[id]")?.id;
  return quote && clause ? { clause, quote } : null;
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
