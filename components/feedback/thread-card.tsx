import { MessageSquare, ThumbsUp } from "lucide-react";
import { Time } from "@/components/ui/time";
import type { ThreadView } from "@/lib/feedback/views";
import { Byline } from "./byline";
import { KindBadge } from "./kind-badge";
import { LandedLink } from "./landed-link";
import { PlacementNote } from "./placement-note";
import { QuotedWords } from "./quoted-words";
import { StateBadge } from "./state-badge";

export interface ThreadCardProps {
  spec: string;
  thread: ThreadView;
  /** The release whose clause stands above already: neither is said again. */
  within?: string;
}

const EXCERPT = 320;

/** A thread in a list: what it is about, what was said, and what became of it. */
export function ThreadCard({ spec, thread, within }: ThreadCardProps) {
  const { number, opening, disposition, placement } = thread;
  const href = `/${spec}/feedback/${number}`;
  const words = within === undefined ? thread.sectionTitle : thread.label || `Thread ${number}`;
  const excerpt =
    opening.body.length > EXCERPT ? `${opening.body.slice(0, EXCERPT).trimEnd()} …` : opening.body;
  return (
    <article className="border-b border-line py-6 first:pt-0 last:border-0">
      <header className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <KindBadge kind={thread.kind} />
        <StateBadge thread={thread} />
        {opening.state === "held" && (
          <span className="text-sm text-caution">Waits for a moderator; only you see it</span>
        )}
      </header>
      <h3 className="text-md font-semibold">
        <a href={href} className="hover:underline">
          {words}
          {within === undefined && thread.label && (
            <span className="font-normal text-ink-muted"> · {thread.label}</span>
          )}
        </a>
      </h3>
      <QuotedWords words={thread.quote} className="mt-2 line-clamp-3" />
      <p
        dir="auto"
        className="mt-2 max-w-measure text-md whitespace-pre-line text-pretty wrap-anywhere"
      >
        {opening.state === "hidden" ? (
          <i>Hidden by a moderator.</i>
        ) : opening.state === "withdrawn" ? (
          <i>Taken back by its author.</i>
        ) : (
          excerpt
        )}
      </p>
      {disposition && (
        <p
          dir="auto"
          className="mt-3 max-w-measure rounded-sm bg-sunken px-3.5 py-2.5 text-md text-pretty wrap-anywhere"
        >
          <b className="font-semibold">What became of it.</b> {disposition.reason}
          {disposition.landedIn && (
            <>
              {" "}
              <LandedLink
                {...{ spec, landedIn: disposition.landedIn, sectionId: thread.sectionId }}
                writtenOn={thread.release}
                className="link whitespace-nowrap"
              />
            </>
          )}
        </p>
      )}
      <footer className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-muted">
        <Byline byline={opening.byline} />
        <span>
          on {thread.release}, <Time at={thread.openedAt} />
        </span>
        <a href={href} className="inline-flex min-h-6 items-center gap-1.5 hover:text-ink">
          <MessageSquare aria-hidden className="size-3.5" />
          {thread.replies === 0
            ? "No answer yet"
            : thread.replies === 1
              ? "1 answer"
              : `${thread.replies} answers`}
        </a>
        {thread.supporters > 0 && (
          <span className="inline-flex items-center gap-1.5">
            <ThumbsUp aria-hidden className="size-3.5" />
            {thread.supporters} think so too
          </span>
        )}
      </footer>
      {placement && !disposition && within !== thread.release && (
        <div className="mt-2">
          <PlacementNote spec={spec} writtenOn={thread.release} placement={placement} />
        </div>
      )}
    </article>
  );
}
