/** The words of a heading or a caption, without its badge and its sign. */
export function headingWords(heading: Element | null): string {
  const words = [...(heading?.childNodes ?? [])].filter(
    (node) => !(node instanceof Element && node.matches(".level-mark, .tag, .permalink")),
  );
  return words
    .map(({ textContent }) => textContent)
    .join("")
    .replaceAll(/\s+/g, " ")
    .trim();
}
