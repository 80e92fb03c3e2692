import {
  type LucideIcon,
  CalendarClock,
  CircleCheck,
  CircleDashed,
  Hand,
  RefreshCw,
  Replace,
  ScrollText,
  Undo2,
} from "lucide-react";
import type { ComponentProps } from "react";
import { Badge } from "@/components/ui/badge";
import type { PartState } from "@/lib/workflow/approval-state";
import type { CandidateState } from "@/lib/workflow/candidate-state";

type Look = { Icon: LucideIcon; tone: ComponentProps<typeof Badge>["tone"]; words: string };

const CANDIDATE: Record<CandidateState, Look> = {
  in_review: { Icon: CircleDashed, tone: "accent", words: "In review" },
  changes_requested: { Icon: Hand, tone: "caution", words: "Changes requested" },
  approved: { Icon: CircleCheck, tone: "positive", words: "Approved" },
  scheduled: { Icon: CalendarClock, tone: "positive", words: "Scheduled" },
  published: { Icon: ScrollText, tone: "positive", words: "Published" },
  replaced: { Icon: Replace, tone: "neutral", words: "Replaced" },
  withdrawn: { Icon: Undo2, tone: "neutral", words: "Withdrawn" },
};

const PART: Record<PartState["state"], Look> = {
  approved: { Icon: CircleCheck, tone: "positive", words: "Approved" },
  "needs approval": { Icon: CircleDashed, tone: "neutral", words: "Needs approval" },
  "needs approval again": { Icon: RefreshCw, tone: "accent", words: "Needs approval again" },
  objected: { Icon: Hand, tone: "caution", words: "Objection" },
};

/** Where a candidate stands. */
export const CandidateBadge = ({ state }: { state: CandidateState }) => look(CANDIDATE[state]);

/** Where one changed part of a candidate stands. */
export const PartBadge = ({ state }: { state: PartState["state"] }) => look(PART[state]);

function look({ Icon, tone, words }: Look) {
  return (
    <Badge tone={tone} className="font-sans">
      <Icon aria-hidden />
      {words}
    </Badge>
  );
}
