import type { BlockContext } from "@/components/blocks/block-context";
import { Inline } from "@/components/blocks/inline";
import { directionOf, typeset } from "@/components/blocks/typesetter";
import type { ResponseJson } from "@/lib/spec/block-json";
import { literalText } from "@/lib/spec/plain-text";
import { isLiteral } from "./is-literal";
import { MessageBody } from "./message-body";
import { speakerOf } from "./speaker";
import { VERDICT_WORDS } from "./verdict-words";

/** One of the responses that are compared: the verdict and its reason first, then what was said. */
export function ResponseCard({
  response,
  context,
}: {
  response: ResponseJson;
  context: BlockContext;
}) {
  const { uid, role, attributes, verdict, violates } = response.attrs;
  const children = response.content ?? [];
  const reason = children.flatMap((child) =>
    child.type === "reason" ? (child.content ?? []) : [],
  );
  const body = children.flatMap((child) => (child.type === "body" ? (child.content ?? []) : []));
  const { name, note } = speakerOf(role, attributes);
  return (
    <div
      className={`response verdict-${verdict?.toLowerCase() ?? "none"}`}
      {...context.identity(uid)}
      dir={directionOf(literalText({ type: "body", content: body }))}
    >
      <p className="verdict">
        <b>{verdict === null ? "Response" : VERDICT_WORDS[verdict]}</b>
        {violates !== null && <Violated id={violates} context={context} />}
        {reason.length > 0 && (
          <>
            {" "}
            <Inline content={reason} context={context} capital />
          </>
        )}
      </p>
      {(name !== "Assistant" || note) && (
        <b className="speaker">
          {name}
          {note && <i> {note}</i>}
        </b>
      )}
      <MessageBody nodes={body} context={context} literal={isLiteral(role, attributes)} />
    </div>
  );
}

function Violated({ id, context }: { id: string; context: BlockContext }) {
  const title = context.titleOf(id);
  return (
    <>
      {" Conflicts with "}
      {title === null ? <code>#{id}</code> : <a href={context.hrefOf(id)}>{typeset(title)}</a>}.
    </>
  );
}
