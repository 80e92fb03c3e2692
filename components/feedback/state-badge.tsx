import { CircleCheck, CircleDashed, Clock, MessageCircleReply, SquareX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { outcomeSentence, type Outcome } from "@/lib/feedback/outcomes";
import type { ThreadView } from "@/lib/feedback/views";

const LOOKS = {
  adopted: { tone: "positive", Icon: CircleCheck },
  clarified: { tone: "positive", Icon: CircleCheck },
  deferred: { tone: "caution", Icon: Clock },
  set_aside: { tone: "neutral", Icon: SquareX },
} as const satisfies Readonly<Record<Outcome, object>>;

/** What became of a thread: open, answered, or what was decided and in which release it landed. */
export function StateBadge({
  thread: { disposition, hasOfficialAnswer },
}: {
  thread: Pick<ThreadView, "disposition" | "hasOfficialAnswer">;
}) {
  if (!disposition) {
    const Icon = hasOfficialAnswer ? MessageCircleReply : CircleDashed;
    return (
      <Badge tone={hasOfficialAnswer ? "accent" : "neutral"}>
        <Icon aria-hidden />
        {hasOfficialAnswer ? "Answered" : "Open"}
      </Badge>
    );
  }
  const { tone, Icon } = LOOKS[disposition.outcome];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {outcomeSentence(disposition.outcome, disposition)}
    </Badge>
  );
}
