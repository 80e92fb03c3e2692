import { Fragment, type ReactNode } from "react";
import type { InlineJson, MarkJson, TextJson } from "@/lib/spec/block-json";
import { safeHref } from "@/lib/spec/safe-href";
import type { BlockContext } from "./block-context";
import { Formula } from "./formula";
import { Marker } from "./marker";
import { isOwnPicture } from "./own-picture";
import { rawInlineText } from "./raw-inline-text";
import type { TermLinks } from "./term-links";
import { typeset, Typesetter } from "./typesetter";

/**
 * What a comparison adds to words, outside of all their other marks. It exists on the way to the screen
 * alone: no document holds it.
 */
export interface ChangeMark {
  type: "ins" | "del" | "moved";
}

export interface InlineProps {
  content: readonly InlineJson[] | undefined;
  context: BlockContext;
  /** Begins with a capital letter, whatever the source does: reasons are written as fragments. */
  capital?: boolean;
  /** Links words that the spec defines: in what it says, not in titles. */
  terms?: TermLinks | undefined;
}

/** A run of words with everything that can stand among them, set typographically. */
export function Inline({ content = [], context, capital = false, terms }: InlineProps) {
  const setting = { context, terms, typesetter: new Typesetter() };
  return <>{nest(capital ? capitalised(content) : content, 0, setting)}</>;
}

interface Setting {
  context: BlockContext;
  terms: TermLinks | undefined;
  typesetter: Typesetter;
}

/**
 * Neighbours that share their outermost mark stand in one element, so that a link with a bold word in
 * it stays one link. Marks come outermost first.
 */
function nest(nodes: readonly InlineJson[], depth: number, setting: Setting): ReactNode[] {
  const parts: ReactNode[] = [];
  for (let from = 0; from < nodes.length;) {
    const mark = nodes[from]!.marks?.[depth];
    let to = from + 1;
    while (mark && to < nodes.length && sameMark(nodes[to]!.marks?.[depth], mark)) to += 1;
    const run = nodes.slice(from, to);
    parts.push(
      <Fragment key={from}>
        {mark
          ? marked(mark, setting.context, () => nest(run, depth + 1, setting))
          : leaf(run[0]!, setting)}
      </Fragment>,
    );
    from = to;
  }
  return parts;
}

function marked(
  mark: MarkJson | ChangeMark,
  context: BlockContext,
  inside: () => ReactNode,
): ReactNode {
  switch (mark.type) {
    case "ins":
      return <ins>{inside()}</ins>;
    case "del":
      return <del>{inside()}</del>;
    case "moved":
      return <span className="moved">{inside()}</span>;
    case "strong":
      return <strong>{inside()}</strong>;
    case "em":
      return <em>{inside()}</em>;
    case "strike":
      return <s>{inside()}</s>;
    case "code":
      return <code>{inside()}</code>;
    case "tagged":
      return <span title={mark.attrs.name}>{inside()}</span>;
    case "link": {
      const safe = safeHref(mark.attrs.href);
      if (safe === null) return inside();
      // A place in the text itself, which may stand on another page than this.
      const href = safe.length > 1 && safe.startsWith("#") ? hrefInText(safe, context) : safe;
      return (
        <a href={href} title={mark.attrs.title ?? undefined}>
          {inside()}
        </a>
      );
    }
  }
}

function hrefInText(href: string, { hrefOf }: BlockContext): string {
  try {
    return hrefOf(decodeURIComponent(href.slice(1)));
  } catch {
    // No proper escape: it is left as it was written.
    return href;
  }
}

function leaf(node: InlineJson, setting: Setting): ReactNode {
  const { context, typesetter } = setting;
  switch (node.type) {
    case "text":
      if (!node.marks?.some((mark) => mark.type === "code")) return wordsOf(node, setting);
      typesetter.skip();
      return node.text;
    case "crossReference":
      typesetter.skip();
      return <CrossReference id={node.attrs.id} context={context} />;
    case "evaluationMarker":
      return <Marker id={node.attrs.id} context={context} />;
    case "math":
      typesetter.skip();
      return <Formula {...node.attrs} context={context} />;
    case "softBreak":
      return typesetter.set(" ");
    case "hardBreak":
      typesetter.set(" ");
      return <br />;
    case "inlineImage":
      return <InlineImage {...node.attrs} />;
    case "rawInline":
      return rawInlineText(node.attrs.source);
  }
}

/** Words, with links to what they mean. A word in a link leads where that leads. */
function wordsOf({ text, marks }: TextJson, { terms, typesetter }: Setting): ReactNode {
  const parts: ReactNode[] = [];
  let rest = text;
  while (terms && !marks?.some(({ type }) => type === "link")) {
    const found = terms.find(rest);
    if (!found) break;
    parts.push(
      typesetter.set(rest.slice(0, found.from)),
      <a key={parts.length} className="term" href={found.href}>
        {typesetter.set(rest.slice(found.from, found.to))}
      </a>,
    );
    rest = rest.slice(found.to);
  }
  return parts.length === 0 ? typesetter.set(text) : [...parts, typesetter.set(rest)];
}

/** The title of what is pointed at. A pointer into nothing shows its id, so that it can be mended. */
function CrossReference({ id, context }: { id: string; context: BlockContext }) {
  const title = context.titleOf(id);
  if (title === null) return <code title="Nothing here has this id">#{id}</code>;
  return <a href={context.hrefOf(id)}>{typeset(title)}</a>;
}

/** A picture is loaded only when it stands in the document itself: no reader calls another site. */
function InlineImage({ src, alt, title }: { src: string; alt: string; title: string | null }) {
  if (isOwnPicture(src)) return <img src={src} alt={alt} title={title ?? undefined} />;
  const href = safeHref(src);
  const words = alt || "Picture";
  return href === null ? words : <a href={href}>{`${words} (picture)`}</a>;
}

function capitalised([first, ...rest]: readonly InlineJson[]): InlineJson[] {
  if (!first) return [];
  if (first.type !== "text" || first.marks?.some((mark) => mark.type === "code")) {
    return [first, ...rest];
  }
  const text = first.text.trimStart();
  return [{ ...first, text: text.charAt(0).toLocaleUpperCase("en") + text.slice(1) }, ...rest];
}

const sameMark = (a: MarkJson | undefined, b: MarkJson) => JSON.stringify(a) === JSON.stringify(b);
