/**
 * What follows the id in the fragment of an address so that the browser finds and marks words there
 * (WICG, URL Fragment Text Directives). A hyphen and a comma mean something in it.
 */
export const textDirective = (words: string): string =>
  `:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}`;
