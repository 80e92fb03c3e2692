const NAME = "feedback";

/**
 * Marks words in the text, without changing the text, and brings them into sight. Browsers that cannot
 * mark without changing it show the place alone. Null marks nothing any more.
 */
export function markWords(section: HTMLElement | null, words: string): void {
  CSS.highlights?.delete(NAME);
  if (!section) return;
  const range = rangeOf(section, words);
  if (!range) return;
  CSS.highlights?.set(NAME, new Highlight(range));
  bringIntoSight(range);
}

/** Scrolls only when something is hidden: under the bar, below the window, or behind the sheet of a phone. */
export function bringIntoSight(what: Range | Element): void {
  const bar = 72;
  const { top, bottom } = what.getBoundingClientRect();
  const panel = document.querySelector(".fb-panel")?.getBoundingClientRect().top ?? 0;
  const floor = panel > bar ? panel : innerHeight;
  if (top < bar || bottom > floor) scrollBy({ top: top - bar - 16, behavior: "instant" });
}

/** Where words stand in an element, whatever the spaces and line breaks between them. */
function rangeOf(section: HTMLElement, words: string): Range | null {
  const letters: [node: Text, at: number][] = [];
  let text = "";
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = (node as Text).data;
    for (let at = 0; at < own.length; at += 1) {
      if (/\s/.test(own[at]!)) continue;
      text += own[at];
      letters.push([node as Text, at]);
    }
  }
  const wanted = words.replaceAll(/\s+/g, "");
  const found = wanted === "" ? -1 : text.indexOf(wanted);
  const [first, last] = [letters[found], letters[found + wanted.length - 1]];
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(...first);
  range.setEnd(last[0], last[1] + 1);
  return range;
}
