import { Inline } from "@/components/blocks/inline";
import { isLiteral } from "@/components/example/is-literal";
import { MessageBody } from "@/components/example/message-body";
import { speakerOf } from "@/components/example/speaker";
import type { Change } from "@/lib/diff/change";
import type { BlockContext } from "@/components/blocks/block-context";
import type { ExampleJson, MessageJson } from "@/lib/spec/block-json";
import type { Comparison } from "./comparison";
import type { DiffLayout } from "./diff-filter";
import { mergeInline } from "./mark-inline";
import { messagesOf, pairTurns, responsesOf, type TurnPair } from "./pair-turns";
import { ResponseDiff } from "./response-diff";
import { SideWords, WholeWords, WordDiff } from "./word-diff";

export interface ExampleDiffProps {
  before: ExampleJson;
  after: ExampleJson;
  changes: readonly Change[];
  comparison: Comparison;
  layout: DiffLayout;
}

/** An example beside what it was: message by message, response by response. */
export function ExampleDiff({ before, after, changes, comparison, layout }: ExampleDiffProps) {
  const context = comparison.after.context;
  const was = comparison.before.context;
  const renamed = changes.find(({ kind }) => kind === "example.renamed");
  const title = titleOf(after);
  const turns = pairTurns(messagesOf(before), messagesOf(after), changes, "message");
  const responses = pairTurns(responsesOf(before), responsesOf(after), changes, "response");
  return (
    <figure className="example">
      <figcaption>
        <Inline
          content={renamed ? mergeInline(titleOf(before), title, renamed.parts) : title}
          context={context}
          capital={!renamed}
        />
      </figcaption>
      {turns.map((pair, index) => (
        <TurnDiff
          key={index}
          pair={pair}
          contexts={{ before: was, after: context }}
          layout={layout}
        />
      ))}
      <div className={layout === "split" ? "diff-turns" : "responses"}>
        {responses.map((pair, index) => (
          <ResponseDiff
            key={index}
            pair={pair}
            contexts={{ before: was, after: context }}
            layout={layout}
          />
        ))}
      </div>
    </figure>
  );
}

const titleOf = (example: ExampleJson) =>
  example.content?.find((child) => child.type === "exampleTitle")?.content;

export interface Contexts {
  before: BlockContext;
  after: BlockContext;
}

interface TurnDiffProps {
  pair: TurnPair<MessageJson>;
  contexts: Contexts;
  layout: DiffLayout;
}

function TurnDiff({ pair: { before, after, changes }, contexts, layout }: TurnDiffProps) {
  const parts = changes.find(({ kind }) => kind === "message.edited")?.parts ?? [];
  if (layout === "split" && parts.length > 0 && before && after) {
    return (
      <div className="diff-columns">
        <Turn message={before} context={contexts.before}>
          <SideWords parts={parts} side="from" />
        </Turn>
        <Turn message={after} context={contexts.after}>
          <SideWords parts={parts} side="to" />
        </Turn>
      </div>
    );
  }
  const message = after ?? before!;
  const context = after ? contexts.after : contexts.before;
  const state = !before ? "added" : !after ? "removed" : undefined;
  return (
    <Turn message={message} context={context} state={state}>
      {parts.length > 0 && <WordDiff parts={parts} />}
    </Turn>
  );
}

interface TurnProps {
  message: MessageJson;
  context: BlockContext;
  state?: "added" | "removed";
  /** Words with marks; without them the message as it is. */
  children?: React.ReactNode;
}

function Turn({ message, context, state, children }: TurnProps) {
  const { role, attributes } = message.attrs;
  const { name, note } = speakerOf(role, attributes);
  const body = children || (
    <MessageBody
      nodes={message.content ?? []}
      context={context}
      literal={isLiteral(role, attributes)}
    />
  );
  return (
    <div className={`turn turn-${role}`} data-state={state}>
      <b className="speaker">
        {name}
        {note && <i> {note}</i>}
        {state && <span className="diff-tag">{state === "added" ? "Added" : "Removed"}</span>}
      </b>
      <WholeWords state={state}>{body}</WholeWords>
    </div>
  );
}
