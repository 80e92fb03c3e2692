import { buttonStyle } from "@/components/ui/button-style";

export interface FollowListProps {
  follows: {
    id: string;
    specId: string;
    spec: { slug: string; title: string };
    threadId: string | null;
    sectionUid: string | null;
    title: string | null;
    threadNumber: number | null;
    sectionId: string | null;
  }[];
  /** Plain form action: works without a script. */
  follow: (data: FormData) => Promise<void>;
}

/** What one follows, each with its page and the way to stop. */
export function FollowList({ follows, follow }: FollowListProps) {
  return (
    <ul className="flex flex-col">
      {follows.map((one) => (
        <li
          key={one.id}
          className="flex items-center justify-between gap-4 border-b border-line py-2.5 first:pt-0 last:border-0 last:pb-0"
        >
          <span className="min-w-0">
            <a href={hrefOf(one)} className="block font-semibold hover:underline">
              {one.title ?? one.spec.title}
            </a>
            <span className="block text-sm text-ink-muted">
              {one.title === null
                ? "All feedback on this spec"
                : `${one.spec.title} · ${one.threadNumber ? `thread ${one.threadNumber}` : "all threads on this clause"}`}
            </span>
          </span>
          <form action={follow}>
            <input type="hidden" name="specId" value={one.specId} />
            {one.threadId && <input type="hidden" name="threadId" value={one.threadId} />}
            {one.sectionUid && <input type="hidden" name="sectionUid" value={one.sectionUid} />}
            <input type="hidden" name="back" value="/account/feedback" />
            <input type="hidden" name="on" value="no" />
            <button
              type="submit"
              aria-label={`Stop following ${one.title ?? one.spec.title}`}
              className={buttonStyle({ size: "sm" })}
            >
              Stop
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

function hrefOf({ spec, threadNumber, sectionId, title }: FollowListProps["follows"][number]) {
  if (threadNumber) return `/${spec.slug}/feedback/${threadNumber}`;
  if (title === null) return `/${spec.slug}/feedback`;
  return `/${spec.slug}${sectionId ? `#${encodeURIComponent(sectionId)}` : ""}`;
}
