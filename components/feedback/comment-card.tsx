import type { ReactNode } from "react";
import { WordDiff } from "@/components/diff/word-diff";
import { cn } from "@/components/ui/cn";
import { Time } from "@/components/ui/time";
import { suggestedChange } from "@/lib/feedback/suggested-change";
import type { CommentView, OwnCommentView } from "@/lib/feedback/views";
import { Byline } from "./byline";
import { CommentBody } from "./comment-body";

export interface CommentCardProps {
  comment: CommentView;
  own: OwnCommentView | null;
  /** The words that a suggestion would replace. */
  quote?: string;
  /** What the viewer can do with it. */
  children?: ReactNode;
}

/** One comment of a thread, or the stub of one that is gone. */
export function CommentCard({ comment, own, quote = "", children }: CommentCardProps) {
  const { number, byline, isOfficial, state, editedAt } = comment;
  return (
    <article
      id={`comment-${number}`}
      aria-label={`Comment ${number} by ${byline.name}`}
      className={cn(
        "scroll-mt-16 rounded-md border border-line px-4 py-3.5 target:border-accent",
        isOfficial ? "bg-accent-wash/60" : "bg-raised",
        (state === "hidden" || state === "withdrawn") && "border-dashed bg-transparent",
      )}
    >
      <header className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-sm">
        <Byline byline={byline} isOfficial={isOfficial} isOwn={own?.isOwn ?? false} />
        <span className="text-ink-muted">
          <Time at={comment.at} />
          {editedAt && state !== "withdrawn" && ", changed since"}
          {comment.wasRedacted && ", words taken out"}
        </span>
      </header>
      <Standing comment={comment} own={own} />
      {comment.body && <CommentBody text={comment.body} />}
      {comment.replacement && <Suggested quote={quote} replacement={comment.replacement} />}
      {children}
    </article>
  );
}

/** What happened to a comment that not everybody reads. */
function Standing({ comment, own }: Pick<CommentCardProps, "comment" | "own">) {
  const { state, hidden } = comment;
  if (state === "withdrawn")
    return <p className="text-ink-muted italic">Taken back by its author.</p>;
  if (state === "hidden") {
    return (
      <div className="mb-2 max-w-measure">
        <p className="text-ink-muted italic">
          Hidden by a moderator{hidden?.rule && `: ${hidden.rule}`}.
        </p>
        {hidden?.reason && <p className="mt-1 text-pretty">{hidden.reason}</p>}
        {own?.appeal && <AppealState appeal={own.appeal} />}
      </div>
    );
  }
  if (state === "held") {
    return (
      <p className="mb-2 max-w-measure rounded-sm bg-caution-wash px-3 py-2 text-sm text-caution">
        Waits for a moderator. {own?.heldBecause} Until then only you and moderators see it.
      </p>
    );
  }
  return null;
}

function AppealState({ appeal }: { appeal: NonNullable<OwnCommentView["appeal"]> }) {
  if (!appeal.decidedAt) {
    return (
      <p className="mt-2 text-sm text-ink-muted">
        You appealed on <Time at={appeal.at} />. Another moderator looks at it.
      </p>
    );
  }
  return (
    <p className="mt-2 text-sm text-ink-muted">
      Your appeal was {appeal.isUpheld ? "upheld" : "turned down"}: {appeal.answer}
    </p>
  );
}

function Suggested({ quote, replacement }: { quote: string; replacement: string }) {
  return (
    <div className="mt-3 max-w-measure">
      <p className="mb-1 text-sm font-medium">Would write instead</p>
      <p
        dir="auto"
        className="rounded-sm bg-sunken px-3.5 py-2.5 font-serif text-editing whitespace-pre-line wrap-anywhere"
      >
        <WordDiff parts={suggestedChange(quote, replacement)} />
      </p>
    </div>
  );
}
