import { CircleCheck, CircleX, Hourglass } from "lucide-react";
import Link from "next/link";
import type { Check, CheckPlace } from "@/lib/workflow/checks";

export interface CheckListProps {
  checks: readonly Check[];
  /** Where each place is; null when this person cannot go there. */
  hrefOf: (place: CheckPlace) => string | null;
}

const LOOKS = {
  passed: { Icon: CircleCheck, tone: "text-positive", words: "Met" },
  failed: { Icon: CircleX, tone: "text-negative", words: "Not met" },
  waiting: { Icon: Hourglass, tone: "text-caution", words: "Waiting" },
} as const;

/** The conditions of publishing. What is not met comes first, with what to do. */
export function CheckList({ checks, hrefOf }: CheckListProps) {
  const sorted = [...checks].sort(
    (a, b) => Number(a.state === "passed") - Number(b.state === "passed"),
  );
  return (
    <ul className="flex flex-col divide-y divide-line">
      {sorted.map(({ id, state, title, words, action }) => {
        const { Icon, tone, words: stateWords } = LOOKS[state];
        const href = action && hrefOf(action.place);
        return (
          <li key={id} className="flex gap-3 py-2.5 first:pt-0 last:pb-0">
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
            <div className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-1 sm:flex-row">
              <div className="min-w-0 flex-1">
                <p className={state === "passed" ? undefined : "font-medium"}>
                  <span className="sr-only">{stateWords}: </span>
                  {title}
                </p>
                {state !== "passed" && (
                  <p className="mt-0.5 max-w-prose text-sm text-pretty text-ink-muted">{words}</p>
                )}
              </div>
              {href && (
                <Link href={href} className="link shrink-0 self-start text-sm">
                  {action.words}
                </Link>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
