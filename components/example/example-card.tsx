import { Permalink } from "@/components/clause/permalink";
import type { BlockContext } from "@/components/blocks/block-context";
import { Inline } from "@/components/blocks/inline";
import { directionOf } from "@/components/blocks/typesetter";
import type { ComparisonJson, ExampleChildJson, ExampleJson } from "@/lib/spec/block-json";
import { literalText, plainText } from "@/lib/spec/plain-text";
import { MessageTurn } from "./message-turn";
import { ResponseCard } from "./response-card";

export interface ExampleCardProps {
  example: ExampleJson;
  context: BlockContext;
}

/** A tricky case: the conversation, and the responses side by side with their verdicts. */
export function ExampleCard({ example, context }: ExampleCardProps) {
  const children = example.content ?? [];
  const title = children.find((child) => child.type === "exampleTitle");
  const anchor = context.anchorOf(example);
  const identity = context.identity(example.attrs.uid);
  const turns = children.filter((child) => child.type !== "exampleTitle");
  return (
    <figure className="example" {...identity}>
      <figcaption dir={directionOf(plainText(title?.content))}>
        <Inline content={title?.content} context={context} capital />
        {anchor !== null && <Permalink id={anchor} of="example" context={context} />}
      </figcaption>
      {example.attrs.sensitive ? (
        <details className="sensitive">
          <summary>This example may be distressing. Show it</summary>
          <Conversation turns={turns} context={context} />
        </details>
      ) : (
        <Conversation turns={turns} context={context} />
      )}
    </figure>
  );
}

function Conversation({
  turns,
  context,
}: {
  turns: readonly ExampleChildJson[];
  context: BlockContext;
}) {
  return turns.map((turn, index) => <Turn key={index} turn={turn} context={context} />);
}

function Turn({
  turn,
  context,
}: {
  turn: ExampleChildJson | NonNullable<ComparisonJson["content"]>[number];
  context: BlockContext;
}) {
  switch (turn.type) {
    case "message":
      return <MessageTurn message={turn} context={context} />;
    case "response":
      return <ResponseCard response={turn} context={context} />;
    case "comparison":
      return (
        <div className="responses">
          {turn.content?.map((inner, index) => (
            <Turn key={index} turn={inner} context={context} />
          ))}
        </div>
      );
    case "elision":
      return <p className="turns-left-out">Turns were left out here</p>;
    case "raw":
      return turn.attrs.kind === "opaque" ? (
        <div className="opaque">
          <p>This example could not be read as a conversation. Here is its source, as written.</p>
          <pre tabIndex={0} role="group" aria-label="Source of the example">
            {literalText(turn)}
          </pre>
        </div>
      ) : (
        <p className="stray">{literalText(turn)}</p>
      );
    case "exampleTitle":
      return null;
  }
}
