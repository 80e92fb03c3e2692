import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { asciiMarkup } from "./ascii-markup";
import { styleOf, type StyleRules } from "./page-style";

/** A whole page, with the style sheet that stands in it: its policy names that by its hash. */
export interface PageText {
  html: string;
  css: string;
}

// No text can look like this: a smaller-than sign in a text is written as an entity.
const EMPTY_STYLE = "<style></style>";

export interface Filling {
  /** Puts in what was drawn apart. */
  fill?: (html: string) => string;
  /** Classes that come to the page later, whose rules it needs too. */
  classes?: readonly string[];
}

/** Draws a page and gives it the rules of the style sheet that it uses. */
export function pageText(
  page: ReactElement,
  style: StyleRules,
  { fill = (html) => html, classes = [] }: Filling = {},
): PageText {
  const html = asciiMarkup(fill(`<!doctype html>${brief(renderToStaticMarkup(page))}`));
  const css = styleOf(style, html, classes);
  return { html: html.replace(EMPTY_STYLE, () => `<style>${css}</style>`), css };
}

/**
 * Markup without what HTML lets one leave out: quotes around plain values, and ends of paragraphs and
 * items that the next tag implies; half a kilobyte of a large page.
 */
export function brief(html: string): string {
  return (
    html
      .replaceAll(/ (class|id|data-[a-z]+)="([\w.~-]+)"(?=[ >])/g, " $1=$2")
      .replaceAll(/ (data-[a-z]+)=""/g, " $1")
      // The element that React needed to put a formula into.
      .replaceAll(/<span class=formula>(<math>(?:(?!<\/?span)[\s\S])*?<\/math>)<\/span>/g, "$1")
      .replaceAll(/<\/li>(?=<li|<\/[uo]l>)/g, "")
      .replaceAll(
        /<\/p>(?=<(?:p|ul|ol|pre|div|figure|section|h[1-6])\b|<\/(?:div|section|li|details|figure)>)/g,
        "",
      )
  );
}
