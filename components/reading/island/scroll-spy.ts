/** Marks in the contents where the reader is. */
export function followScrolling(): void {
  const contents = document.getElementById("contents");
  const sections = [...document.querySelectorAll<HTMLElement>(".sections .clause[id]")];
  if (!contents || sections.length === 0) return;
  const links = new Map(
    [...contents.querySelectorAll<HTMLAnchorElement>("a[href^='#']")].map((link) => [
      decodeURIComponent(link.hash.slice(1)),
      link,
    ]),
  );
  let marked: HTMLAnchorElement | undefined;
  const mark = (id: string | undefined) => {
    const link = id === undefined ? undefined : links.get(id);
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    marked = link;
    if (link && contents.matches(":not(:hover)")) keepInSight(contents, link);
  };
  let waiting = false;
  const look = () => {
    waiting = false;
    mark(sections[lastAbove(sections, 120)]?.id);
  };
  addEventListener(
    "scroll",
    () => {
      if (!waiting) requestAnimationFrame(look);
      waiting = true;
    },
    { passive: true },
  );
  // Chosen once more, the same place is no change of the address, which is what early.ts hears.
  contents.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a") && contents.matches(":popover-open")) {
      contents.hidePopover();
    }
  });
  look();
}

/** Sections stand in order, so a handful of looks finds the last one that begins above a line. */
function lastAbove(sections: readonly HTMLElement[], line: number): number {
  let [low, high] = [-1, sections.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sections[middle]!.getBoundingClientRect().top < line) low = middle;
    else high = middle;
  }
  return low;
}

function keepInSight(box: HTMLElement, link: HTMLElement): void {
  const [outer, inner] = [box.getBoundingClientRect(), link.getBoundingClientRect()];
  if (inner.top < outer.top + 40 || inner.bottom > outer.bottom - 40) {
    box.scrollTop += inner.top - outer.top - outer.height / 3;
  }
}
