import { headingWords } from "./heading-words";
import { close, float, floatingBox, isFloating } from "./floating";

const WIDE = "(min-width: 75rem)";

/**
 * Beside each section: the way to its history, and who cites it. Both are on the page of the clause too,
 * where the sign of the heading leads; here they would make the page larger for those who only read.
 */
export function linkClauses(): void {
  const { permanent, page } = document.documentElement.dataset;
  if (page !== "release" || !permanent) return;
  const citers = citersById();
  const add = (section: HTMLElement) => addLinks(section, permanent, citers.get(section.id) ?? []);
  const sections = document.querySelectorAll<HTMLElement>(".sections .clause[id]");
  if (matchMedia(WIDE).matches) return sections.forEach(add);
  // Below the heading they may take another line: only where the reader has not arrived yet.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        if (!isIntersecting || boundingClientRect.top < innerHeight) continue;
        observer.unobserve(target);
        add(target as HTMLElement);
      }
    },
    { rootMargin: "0px 0px 150% 0px" },
  );
  for (const section of sections) observer.observe(section);
}

/** By the id of a section: the sections with a link to it, in the order of the text. */
function citersById(): Map<string, HTMLElement[]> {
  const found = new Map<string, HTMLElement[]>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    ".sections a[href^='#']:not([class])",
  )) {
    const citer = link.closest<HTMLElement>(".clause[id]");
    const cited = decodeURIComponent(link.hash.slice(1));
    if (!citer || citer.id === cited) continue;
    const list = found.get(cited) ?? [];
    if (list.at(-1) !== citer) found.set(cited, [...list, citer]);
  }
  return found;
}

function addLinks(section: HTMLElement, release: string, citers: readonly HTMLElement[]): void {
  const margin = section.querySelector(":scope > .margin");
  if (!margin) return;
  const history = document.createElement("a");
  history.className = "margin-history";
  history.href = `${release}/${encodeURIComponent(section.id)}`;
  history.textContent = "History";
  // One line, for which the page keeps room: nothing moves when it comes.
  const line = document.createElement("span");
  line.className = "margin-line";
  line.append(history);
  margin.append(line);
  if (citers.length === 0) return;
  const cited = document.createElement("button");
  cited.type = "button";
  cited.className = "margin-cited";
  cited.textContent = `Cited by ${citers.length}`;
  cited.addEventListener("click", () => {
    if (isFloating(cited)) return close();
    float(cited, "Cited by", listOf(citers));
    floatingBox()?.focus();
  });
  line.append(cited);
}

function listOf(citers: readonly HTMLElement[]): DocumentFragment {
  const content = document.createDocumentFragment();
  const title = document.createElement("p");
  title.className = "caps";
  title.textContent = "Cited by";
  const list = document.createElement("ul");
  for (const citer of citers) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${encodeURIComponent(citer.id)}`;
    link.textContent = titleOf(citer);
    link.addEventListener("click", close);
    item.append(link);
    list.append(item);
  }
  content.append(title, list);
  return content;
}

function titleOf(section: HTMLElement): string {
  const heading = section.querySelector<HTMLElement>("h2, h3, h4, h5, h6");
  return [heading?.dataset.number, headingWords(heading)].filter(Boolean).join(" ");
}
