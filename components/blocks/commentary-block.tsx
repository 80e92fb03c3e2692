import type { CommentaryJson } from "@/lib/spec/block-json";
import { Blocks } from "./blocks";
import type { BlockContext } from "./block-context";

const ALERTS: Record<string, string> = {
  NOTE: "Note",
  TIP: "Tip",
  IMPORTANT: "Important",
  WARNING: "Warning",
  CAUTION: "Caution",
};

/** Text that explains and does not instruct: set apart and lighter than what binds. */
export function CommentaryBlock({
  block,
  context,
}: {
  block: CommentaryJson;
  context: BlockContext;
}) {
  const { kind, title, uid } = block.attrs;
  return (
    <div className="commentary" role="note" {...context.identity(uid)}>
      <b className="commentary-title">{title ?? ALERTS[kind] ?? "Commentary"}</b>
      <Blocks blocks={block.content} context={context} />
    </div>
  );
}
