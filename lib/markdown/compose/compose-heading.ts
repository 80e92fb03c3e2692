import type { HeadingJson } from "@/lib/spec/block-json";
import { headingAttributes, printHeadingAttributes } from "../heading-attributes";
import { headingText } from "../heading-text";
import { printInline } from "../inline/print-inline";
import { essence } from "./digest";
import type { Page, Place } from "./ink";

/** Writes a heading: `## Title {#id authority=root}`. */
export function composeHeading(heading: HeadingJson, place: Place, page: Page): string {
  const implied = page.implied.get(heading) ?? null;
  return page.ink.part({
    node: heading,
    name: "text",
    depends: { own: essence(heading), implied },
    prefix: place.prefix,
    canonical: () => canonicalHeading(heading, implied, page),
  });
}

/** An id that the title gives by itself is not written. */
function canonicalHeading(heading: HeadingJson, implied: string | null, page: Page): string {
  const { level, id, authority, tags, extra } = heading.attrs;
  const written = id !== null && id === implied ? null : id;
  const attributes = printHeadingAttributes({ id: written, authority, tags, extra });
  const title = safeTitle(heading, page);
  return ["#".repeat(level), title, attributes].filter((part) => part !== "").join(" ");
}

/** The title, with a backslash where its end would be read as closing signs or as attributes. */
function safeTitle({ content }: HeadingJson, page: Page): string {
  return printInline(content ?? [], page.inline, {
    finish: (text) => {
      if (headingAttributes(text)) return escapeLastBrace(text);
      return headingText(text).title === text ? text : text.replace(/#+$/, (signs) => `\\${signs}`);
    },
    read: (text) => {
      const { title, attributes } = headingText(text);
      return attributes ? null : title;
    },
  });
}

/** Braces behind a backslash are text. */
export function escapeLastBrace(text: string): string {
  const at = text.lastIndexOf("{");
  return `${text.slice(0, at)}\\${text.slice(at)}`;
}
