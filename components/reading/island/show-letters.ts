/** Where a browser keeps the address of the letters that it has fetched. */
export const LETTERS = "letters";

/**
 * Sets a page in our families of letters when this browser has fetched them before: the first picture waits
 * for their style sheet then, which lies in the browser's own store.
 *
 * @throws When storage is forbidden.
 */
export function showLetters(): void {
  const { dataset } = document.documentElement;
  const href = dataset.lettersAt;
  if (!href || localStorage.getItem(LETTERS) !== href) return;
  dataset.letters = "";
  document.head.append(lettersLink(href));
}

/** The style sheet of the letters, as an element of a page. */
export function lettersLink(href: string): HTMLLinkElement {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  link.setAttribute("blocking", "render");
  return link;
}
