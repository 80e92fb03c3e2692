import type { BlockContext } from "@/components/blocks/block-context";
import { directionOf } from "@/components/blocks/typesetter";
import type { MessageJson } from "@/lib/spec/block-json";
import { literalText } from "@/lib/spec/plain-text";
import { isLiteral } from "./is-literal";
import { MessageBody } from "./message-body";
import { speakerOf } from "./speaker";

/** One turn of a conversation: who speaks, and what they say. */
export function MessageTurn({ message, context }: { message: MessageJson; context: BlockContext }) {
  const { uid, role, attributes } = message.attrs;
  const { name, note } = speakerOf(role, attributes);
  return (
    <div
      className={`turn turn-${role}`}
      {...context.identity(uid)}
      dir={directionOf(literalText(message))}
    >
      <b className="speaker">
        {name}
        {note && <i> {note}</i>}
      </b>
      <MessageBody
        nodes={message.content ?? []}
        context={context}
        literal={isLiteral(role, attributes)}
      />
    </div>
  );
}
