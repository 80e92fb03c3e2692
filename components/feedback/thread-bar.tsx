import { Rss, ThumbsUp } from "lucide-react";
import { buttonStyle } from "@/components/ui/button-style";
import { FollowButton } from "./follow-button";

type FormAction = (data: FormData) => Promise<void>;

export interface ThreadBarProps {
  spec: { id: string; slug: string };
  thread: { id: string; number: number; supporters: number };
  back: string;
  /** Null for visitors. */
  own: { supports: boolean; follows: boolean; opened: boolean } | null;
  support: FormAction;
  follow: FormAction;
}

/** "I think so too", following, and the thread's feed. There is no opposite of support: disagreeing takes words. */
export function ThreadBar({ spec, thread, back, own, support, follow }: ThreadBarProps) {
  const { supporters } = thread;
  const count = supporters === 1 ? "1 reader thinks so too" : `${supporters} readers think so too`;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      {own && !own.opened && (
        <form action={support}>
          <input type="hidden" name="threadId" value={thread.id} />
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="on" value={own.supports ? "no" : "yes"} />
          <button
            type="submit"
            aria-pressed={own.supports}
            className={buttonStyle({ size: "sm", variant: own.supports ? "primary" : "secondary" })}
          >
            <ThumbsUp aria-hidden />
            {own.supports ? "You think so too" : "I think so too"}
          </button>
        </form>
      )}
      {supporters > 0 && <span className="text-ink-muted">{count}</span>}
      {own && (
        <FollowButton
          of={{ specId: spec.id, threadId: thread.id }}
          follows={own.follows}
          back={back}
          follow={follow}
        />
      )}
      <a
        href={`/${spec.slug}/feedback/${thread.number}/feed.xml`}
        className="inline-flex min-h-6 items-center gap-1.5 text-ink-muted hover:text-ink"
      >
        <Rss aria-hidden className="size-3.5" />
        Feed
      </a>
    </div>
  );
}
