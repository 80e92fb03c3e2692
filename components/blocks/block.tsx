import { ClauseHeading } from "@/components/clause/clause-heading";
import { ExampleCard } from "@/components/example/example-card";
import type { BlockJson, ParagraphJson } from "@/lib/spec/block-json";
import { literalText, plainText } from "@/lib/spec/plain-text";
import type { BlockContext } from "./block-context";
import { Code } from "./code";
import { CommentaryBlock } from "./commentary-block";
import { ImageBlock } from "./image-block";
import { Inline } from "./inline";
import { ListBlock } from "./list-block";
import { Blocks } from "./blocks";
import { RawBlock } from "./raw-block";
import { TableBlock } from "./table-block";
import { directionOf } from "./typesetter";

/** Any block of a spec, for reading. The one place that knows them all. */
export function Block({ block, context }: { block: BlockJson; context: BlockContext }) {
  switch (block.type) {
    case "paragraph":
      return <Paragraph block={block} context={context} />;
    case "heading":
      return <ClauseHeading heading={block} context={context} />;
    case "bulletList":
    case "orderedList":
      return <ListBlock block={block} context={context} />;
    case "blockquote":
      return (
        <blockquote {...context.identity(block.attrs.uid)}>
          <Blocks blocks={block.content} context={context} />
        </blockquote>
      );
    case "codeBlock":
      return (
        <Code
          identity={context.identity(block.attrs.uid)}
          code={literalText(block)}
          language={block.attrs.language}
          context={context}
        />
      );
    case "table":
      return <TableBlock block={block} context={context} />;
    case "horizontalRule":
      return <hr />;
    case "image":
      return <ImageBlock block={block} context={context} />;
    case "commentary":
      return <CommentaryBlock block={block} context={context} />;
    case "example":
      return <ExampleCard example={block} context={context} />;
    case "raw":
      return <RawBlock block={block} context={context} />;
  }
}

function Paragraph({ block, context }: { block: ParagraphJson; context: BlockContext }) {
  return (
    <p
      {...context.identity(block.attrs.uid)}
      id={context.terms?.anchorOf(block) ?? undefined}
      dir={directionOf(plainText(block.content))}
    >
      <Inline content={block.content} context={context} terms={context.terms} />
    </p>
  );
}
