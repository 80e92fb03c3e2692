import { CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { Progress } from "@/components/ui/progress";
import { plural, type Verdict } from "./review-words";

export interface ReviewProgressProps {
  verdict: Verdict;
  approved: number;
  of: number;
  objections: number;
}

const ICONS = {
  positive: { Icon: CircleCheck, tone: "text-positive" },
  caution: { Icon: TriangleAlert, tone: "text-caution" },
  neutral: { Icon: CircleDashed, tone: "text-ink-muted" },
} as const;

/** Can this be published, and if not, why: the first thing on a candidate's page. */
export function ReviewProgress({ verdict, approved, of, objections }: ReviewProgressProps) {
  const { Icon, tone } = ICONS[verdict.tone];
  const words = `${approved} of ${of}${objections > 0 ? `, ${plural(objections, "objection")}` : ""}`;
  return (
    <div className="grid items-center gap-x-8 gap-y-4 md:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="flex gap-3">
        <Icon aria-hidden className={`mt-1 size-5 shrink-0 ${tone}`} />
        <div>
          <h2 className="font-serif text-lg font-semibold text-balance">{verdict.title}</h2>
          <p className="mt-0.5 max-w-prose text-pretty text-ink-muted">{verdict.words}</p>
        </div>
      </div>
      <Progress label="Changes approved" value={approved} max={of} words={words} />
    </div>
  );
}
