import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** A whole page as text. */
export const pageText = (page: ReactElement): string =>
  `<!doctype html>${brief(renderToStaticMarkup(page))}`;

/**
 * Markup without what HTML lets one leave out: quotes around plain values, and ends of paragraphs and
 * items that the next tag implies. Half a kilobyte of a large page.
 */
export function brief(html: string): string {
  return html
    .replaceAll(/ (class|id|data-[a-z]+)="([\w.~-]+)"(?=[ >])/g, " $1=$2")
    .replaceAll(/ (data-[a-z]+)=""/g, " $1")
    .replaceAll(/<\/li>(?=<li|<\/[uo]l>)/g, "")
    .replaceAll(
      /<\/p>(?=<(?:p|ul|ol|pre|div|figure|section|h[1-6])\b|<\/(?:div|section|li|details|figure)>)/g,
      "",
    );
}
