import type { ExampleJson } from "@/lib/spec/block-json";
import type { SpecDocument } from "@/lib/spec/document";
import { exampleViews } from "@/lib/spec/examples";
import { footnoteIds } from "@/lib/spec/markers";
import { levelOf, type AuthorityLevel } from "@/lib/spec/levels";
import { sectionTree, titleById, type SectionTree } from "@/lib/spec/section-tree";

import type { TermLinks } from "./term-links";

/** Attributes that say which block an element shows. */
export type Identity = { readonly [attribute: `data-${string}`]: string };

/** One run of code in a colour of its own; `kind` is null for plain text. */
export interface CodeToken {
  text: string;
  kind: string | null;
}

/**
 * What blocks need to know about the document around them and the page they are shown on. Everything
 * that draws a part of a spec takes it as `context`; `blockContext(document)` makes one.
 */
export interface BlockContext {
  /** The title of a section or an example by its id: what a reference shows. */
  titleOf: (id: string) => string | null;
  /** Where the link to a section or an example of this spec leads. */
  hrefOf: (id: string) => string;
  /** The permanent address of a section; its own place on the page when not said otherwise. */
  permalinkOf: (id: string) => string;
  levelOf: (key: string) => AuthorityLevel;
  /** What the address of an example ends with. */
  anchorOf: (example: ExampleJson) => string | null;
  /** How many evaluation prompts a marker has; 0 when it has no file. */
  promptCount: (marker: string) => number;
  /** Where the prompts of a marker can be read; null shows the marker without a link. */
  promptsHref: (marker: string) => string | null;
  /** Names of footnotes that the text defines itself. */
  footnotes: ReadonlySet<string>;
  /** Attributes of the element that shows a block. Called once per block, in document order. */
  identity: (uid: string | null) => Identity;
  /** A formula as MathML; without it the source shows. */
  formula?: (tex: string, display: boolean) => string | null;
  /** The lines of a piece of code in colours; without it, or when it gives null, code is plain. */
  highlight?: (code: string, language: string) => CodeToken[][] | null;
  /** Links words that the spec defines to their definitions; without it there are none. */
  terms?: TermLinks | undefined;
  /** The highest heading level on the page that a section may have: 2 below a page's own title. */
  topHeading: number;
}

/** The context of a document shown on a page of its own, and what the page knows better. */
export function blockContext(
  document: SpecDocument,
  page: Partial<BlockContext> = {},
  tree: SectionTree = sectionTree(document.content),
): BlockContext {
  const examples = exampleViews(document.content, tree);
  const anchors = new Map(examples.map((view) => [view.node, view.anchor]));
  const titles = new Map(examples.map((view) => [view.anchor, view.title]));
  const prompts = new Map(
    document.prompts.map(({ id, content }) => [
      id,
      content.filter((block) => block.type === "example").length,
    ]),
  );
  const sectionTitle = titleById(tree);
  const onPage = (id: string) => `#${encodeURIComponent(id)}`;
  return {
    titleOf: (id) => sectionTitle(id) ?? titles.get(id) ?? null,
    hrefOf: onPage,
    permalinkOf: onPage,
    levelOf: (key) => levelOf(key, document.levels),
    anchorOf: (example) => anchors.get(example) ?? null,
    promptCount: (marker) => prompts.get(marker) ?? 0,
    promptsHref: () => null,
    footnotes: footnoteIds(document.content),
    identity: (uid): Identity => (uid === null ? {} : { "data-uid": uid }),
    topHeading: 2,
    ...page,
  };
}
