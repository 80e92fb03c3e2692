import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { KIND_WORDS } from "@/lib/feedback/kinds";
import type { ThreadView } from "@/lib/feedback/views";
import { StateBadge } from "./state-badge";

export interface InboxListProps {
  threads: ThreadView[];
  chosen: number | null;
  hrefOf: (number: number) => string;
  /** Today, for ages in days. */
  now: number;
}

/** The threads of the inbox, close together; the chosen one is open beside it. */
export function InboxList({ threads, chosen, hrefOf, now }: InboxListProps) {
  return (
    <ol aria-label="Threads" className="flex flex-col rounded-md border border-line bg-raised">
      {threads.map((thread) => (
        <li key={thread.id} className="border-b border-line last:border-0">
          <Link
            href={hrefOf(thread.number)}
            scroll={false}
            data-thread={thread.number}
            aria-current={thread.number === chosen ? "true" : undefined}
            className={cn(
              "block px-3.5 py-2.5 hover:bg-sunken/60 focus-visible:-outline-offset-2",
              "aria-current:bg-accent-wash",
            )}
          >
            <span className="flex items-baseline justify-between gap-3">
              <b className="min-w-0 truncate font-semibold">{thread.sectionTitle}</b>
              <span className="shrink-0 text-xs text-ink-muted tabular-nums">
                {ageWords(thread.openedAt, now)}
              </span>
            </span>
            <span className="mt-0.5 line-clamp-2 text-sm text-ink-muted">
              {thread.opening.body || "Not shown"}
            </span>
            <span className="mt-1.5 flex flex-wrap items-center gap-2 text-xs text-ink-muted">
              <StateBadge thread={thread} />
              {KIND_WORDS[thread.kind].name}
              {thread.supporters > 0 && ` · ${thread.supporters} think so too`}
              {thread.opening.state === "held" && " · waits for a moderator"}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

function ageWords(at: string, now: number): string {
  const days = Math.floor((now - Date.parse(at)) / 86_400_000);
  if (days < 1) return "today";
  if (days < 60) return days === 1 ? "1 day" : `${days} days`;
  return `${Math.round(days / 30)} months`;
}
