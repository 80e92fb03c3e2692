import { Inline } from "@/components/blocks/inline";
import { typeset } from "@/components/blocks/typesetter";
import type { BlockContext } from "@/components/blocks/block-context";
import { isLiteral } from "@/components/example/is-literal";
import { MessageBody } from "@/components/example/message-body";
import { VERDICT_WORDS } from "@/components/example/verdict-words";
import type { WordPart } from "@/lib/diff/change";
import type { ResponseJson } from "@/lib/spec/block-json";
import type { Verdict } from "@/lib/spec/schema/example-blocks";
import type { DiffLayout } from "./diff-filter";
import type { Contexts } from "./example-diff";
import { FromTo } from "./from-to";
import { markInline, mergeInline } from "./mark-inline";
import type { TurnPair } from "./pair-turns";
import { SideWords, WholeWords, WordDiff } from "./word-diff";

export interface ResponseDiffProps {
  pair: TurnPair<ResponseJson>;
  contexts: Contexts;
  layout: DiffLayout;
}

/** One response beside what it was: verdict, violated clause, reason and words, each by itself. */
export function ResponseDiff({ pair, contexts, layout }: ResponseDiffProps) {
  const { before, after, changes } = pair;
  const text = changes.find(({ kind }) => kind === "response.text")?.parts ?? [];
  const reason = changes.find(({ kind }) => kind === "response.reason")?.parts ?? [];
  const was = before && factsOf(before);
  const is = after && factsOf(after);
  if (layout === "split" && before && after && changes.length > 0) {
    return (
      <div className="diff-columns">
        <Response
          response={before}
          context={contexts.before}
          reason={markInline(was!.reason, reason, "del")}
        >
          {text.length > 0 && <SideWords parts={text} side="from" />}
        </Response>
        <Response
          response={after}
          context={contexts.after}
          reason={markInline(is!.reason, reason, "ins")}
        >
          {text.length > 0 && <SideWords parts={text} side="to" />}
        </Response>
      </div>
    );
  }
  const response = after ?? before!;
  return (
    <Response
      response={response}
      was={before && after ? before : null}
      state={!before ? "added" : !after ? "removed" : undefined}
      context={after ? contexts.after : contexts.before}
      reason={mergedReason(was?.reason, factsOf(response).reason, reason)}
    >
      {text.length > 0 && <WordDiff parts={text} />}
    </Response>
  );
}

type Reason = ReturnType<typeof factsOf>["reason"];

const mergedReason = (was: Reason | undefined, is: Reason, parts: readonly WordPart[]) =>
  parts.length > 0 ? mergeInline(was, is, parts) : is;

function factsOf({ content, attrs }: ResponseJson) {
  const children = content ?? [];
  return {
    ...attrs,
    reason: children.flatMap((child) => (child.type === "reason" ? (child.content ?? []) : [])),
    body: children.flatMap((child) => (child.type === "body" ? (child.content ?? []) : [])),
  };
}

interface ResponseProps {
  response: ResponseJson;
  /** The same response before, where both stand in one card. */
  was?: ResponseJson | null;
  state?: "added" | "removed";
  context: BlockContext;
  reason: Reason;
  children?: React.ReactNode;
}

function Response({ response, was = null, state, context, reason, children }: ResponseProps) {
  const { verdict, violates, role, attributes, body } = factsOf(response);
  const changed = was !== null && was.attrs.verdict !== verdict;
  const words = children || (
    <MessageBody nodes={body} context={context} literal={isLiteral(role, attributes)} />
  );
  return (
    <div className={`response verdict-${verdict?.toLowerCase() ?? "none"}`} data-state={state}>
      <p className="verdict">
        {changed ? (
          <FromTo before={verdictWords(was.attrs.verdict)} after={<b>{verdictWords(verdict)}</b>} />
        ) : (
          <b>{verdictWords(verdict)}</b>
        )}
        {state && <span className="diff-tag">{state === "added" ? "Added" : "Removed"}</span>}
        <Violated was={was ? was.attrs.violates : violates} is={violates} context={context} />
        {reason.length > 0 && (
          <>
            {" "}
            <Inline content={reason} context={context} />
          </>
        )}
      </p>
      <WholeWords state={state}>{words}</WholeWords>
    </div>
  );
}

const verdictWords = (verdict: Verdict | null) =>
  verdict === null ? "Response" : VERDICT_WORDS[verdict];

interface ViolatedProps {
  was: string | null;
  is: string | null;
  context: BlockContext;
}

function Violated({ was, is, context }: ViolatedProps) {
  if (was === null && is === null) return null;
  const name = (id: string | null) =>
    id === null ? null : typeset(context.titleOf(id) ?? `#${id}`);
  return (
    <>
      {" Conflicts with "}
      {was === is ? name(is) : <FromTo before={name(was)} after={name(is) ?? "no clause"} />}.
    </>
  );
}
