import { termPattern } from "@/components/blocks/term-links";

/**
 * Links words that the spec defines where a section first uses them. The page itself links them once a
 * chapter; a link in every section would make it larger for those who only read.
 */
export function linkTerms(): void {
  const anchors = new Map<string, string>();
  for (const definition of document.querySelectorAll(".sections [id^='term-']")) {
    const word = definition.querySelector("strong")?.textContent.replace(/\s*:$/, "").trim();
    if (word) anchors.set(word.toLowerCase(), definition.id);
  }
  if (anchors.size === 0) return;
  const pattern = termPattern([...anchors.keys()]);
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        linkIn(target, pattern, new Map(anchors));
      }
    },
    { rootMargin: "50% 0px" },
  );
  for (const section of document.querySelectorAll(".sections .clause")) {
    if (!section.querySelector("[id^='term-']")) observer.observe(section);
  }
}

/** @param left Terms that are still to be linked here, with the anchors of their definitions. */
function linkIn(section: Element, pattern: RegExp, left: Map<string, string>): void {
  for (const link of section.querySelectorAll(".term")) {
    for (const [, word] of link.textContent.matchAll(pattern)) left.delete(word!.toLowerCase());
  }
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest(NOT_HERE)) texts.push(text);
  }
  for (const text of texts) {
    let rest = text;
    for (let use = firstUse(rest, pattern, left); use; use = firstUse(rest, pattern, left)) {
      const words = rest.splitText(use.from);
      rest = words.splitText(use.length);
      const link = document.createElement("a");
      link.className = "term";
      link.href = `#${use.anchor}`;
      words.replaceWith(link);
      link.append(words);
    }
  }
}

const NOT_HERE = "a, code, .example, .margin, .commentary-title, h2, h3, h4, h5, h6, .former-id";

function firstUse({ data }: Text, pattern: RegExp, left: Map<string, string>) {
  for (const match of data.matchAll(pattern)) {
    const word = match[1]!.toLowerCase();
    const anchor = left.get(word);
    if (anchor === undefined) continue;
    left.delete(word);
    return { from: match.index, length: match[0].length, anchor };
  }
  return null;
}
