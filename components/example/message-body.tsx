import { Fragment, type ReactNode } from "react";
import { Typesetter } from "@/components/blocks/typesetter";
import { Code } from "@/components/blocks/code";
import { Formula } from "@/components/blocks/formula";
import type { BlockContext } from "@/components/blocks/block-context";
import type { TextJson } from "@/lib/spec/block-json";
import { isExternal, safeHref } from "@/lib/spec/safe-href";
import { bodyParts, type BodyPart } from "./body-parts";
import { bodyWords, type BodyWord } from "./body-words";
import { Settings } from "./settings";

export interface MessageBodyProps {
  nodes: readonly TextJson[];
  context: BlockContext;
  /** Shows lists, emphasis and quotes sign by sign: what a system, a developer or a tool sends. */
  literal?: boolean;
}

/** What somebody said. A body of words alone gets no element around it. */
export function MessageBody({ nodes, context, literal = false }: MessageBodyProps) {
  const parts = bodyParts(nodes, literal);
  const [only, ...others] = parts;
  if (only?.kind === "words" && others.length === 0) {
    return <Words text={only.text} context={context} literal={literal} />;
  }
  return parts.map((part, index) => (
    <Part key={index} part={part} context={context} literal={literal} />
  ));
}

function Part({
  part,
  context,
  literal,
}: {
  part: BodyPart;
  context: BlockContext;
  literal: boolean;
}) {
  switch (part.kind) {
    case "words":
      return (
        <p>
          <Words text={part.text} context={context} literal={literal} />
        </p>
      );
    case "code":
      return <Code code={part.code} language={part.language} context={context} />;
    case "list": {
      const items = part.items.map((item, index) => (
        <li key={index}>
          <Words text={item} context={context} literal={literal} />
        </li>
      ));
      return part.ordered ? <ol start={part.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case "tagged":
      if (part.name === "settings") return <Settings parts={part.parts} />;
      return (
        <div className="tagged">
          <b>{part.name === "untrusted" ? "Untrusted text" : part.name}</b>
          {part.parts.map((inner, index) => (
            <Part key={index} part={inner} context={context} literal={literal} />
          ))}
        </div>
      );
  }
}

function Words({ text, context, literal }: { text: string } & Omit<MessageBodyProps, "nodes">) {
  const typesetter = new Typesetter();
  const set = (piece: string) => (literal ? piece : typesetter.set(piece));
  return bodyWords(text, literal).map((word, index) => (
    <Fragment key={index}>{drawn(word, set, context)}</Fragment>
  ));
}

/** One piece of a line. A function and no component: the typesetter must see them in order. */
function drawn(word: BodyWord, set: (text: string) => string, context: BlockContext): ReactNode {
  switch (word.kind) {
    case "text":
      return set(word.text);
    case "strong":
      return <strong>{set(word.text)}</strong>;
    case "em":
      return <em>{set(word.text)}</em>;
    case "strike":
      return <s>{set(word.text)}</s>;
    case "code":
      return <code>{word.text}</code>;
    case "formula":
      return <Formula tex={word.tex} display={word.display} context={context} />;
    case "elision":
      // Plain: a page has a hundred and fifty of them.
      return "[…]";
    case "stage":
      return <i className="stage">{set(word.text)}</i>;
    case "file":
      return (
        <span className="file">
          {word.name}
          {word.caption && <i> {set(word.caption)}</i>}
        </span>
      );
    case "link": {
      const href = safeHref(word.href);
      if (href === null) return set(word.text);
      // A link inside of something a model is said to have written: shown, never vouched for.
      return (
        <a href={href} rel={isExternal(href) ? "noopener nofollow ugc" : undefined}>
          {set(word.text)}
        </a>
      );
    }
  }
}
