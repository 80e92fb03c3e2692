import { CircleHelp, Heart, PencilLine, TriangleAlert, type LucideIcon } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { KIND_WORDS, type ThreadKind } from "@/lib/feedback/kinds";

const ICONS: Readonly<Record<ThreadKind, LucideIcon>> = {
  question: CircleHelp,
  problem: TriangleAlert,
  suggestion: PencilLine,
  support: Heart,
};

/** What kind of thread it is. */
export function KindBadge({ kind }: { kind: ThreadKind }) {
  const Icon = ICONS[kind];
  return (
    <Badge>
      <Icon aria-hidden />
      {KIND_WORDS[kind].name}
    </Badge>
  );
}
