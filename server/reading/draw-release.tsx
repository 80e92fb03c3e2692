import { renderToStaticMarkup } from "react-dom/server";
import type { Identity } from "@/components/blocks/block-context";
import { termLinks, type TermLinks } from "@/components/blocks/term-links";
import {
  PREAMBLE,
  ReadingPage,
  ReadingPreamble,
  ReadingSection,
  SECTIONS,
} from "@/components/reading/reading-page";
import { drawInPieces } from "./draw-in-pieces";
import { pageText, type PageText } from "./page-text";
import type { StyleRules } from "./page-style";
import type { Edition } from "./edition";

export interface DrawnRelease extends PageText {
  /**
   * The identities of the blocks on the page: the n-th belongs to the n-th element with `data-u`, in the
   * order of the document. They are 16 random letters each and would make the page a fifth larger, so
   * only those who comment fetch them.
   */
  uids: (string | null)[];
}

/** Draws the page of a release, a section at a time, so that others are served meanwhile. */
export async function drawRelease(
  { facts, context }: Edition,
  style: StyleRules,
): Promise<DrawnRelease> {
  const uids: (string | null)[] = [];
  const identity = (uid: string | null): Identity => {
    uids.push(uid);
    return { "data-u": "" };
  };
  const own = { ...context, identity };
  const preamble = renderToStaticMarkup(<ReadingPreamble edition={facts} context={own} />);
  const defines = new Set(facts.terms.map(({ section }) => section));
  let terms: TermLinks | undefined;
  const sections = await drawInPieces(facts.tree.sections, (section) => {
    // Once a chapter: more would be as many links as words. Scripts add them section by section.
    if (section.parent === null) terms = termLinks(facts.terms, own.hrefOf);
    const here = defines.has(section) ? termLinks(facts.terms, own.hrefOf, false) : terms;
    return <ReadingSection section={section} edition={facts} context={{ ...own, terms: here }} />;
  });
  const page = pageText(<ReadingPage edition={facts} />, style, {
    fill: (html) => html.replace(PREAMBLE, () => preamble).replace(SECTIONS, () => sections),
  });
  return { ...page, uids };
}
