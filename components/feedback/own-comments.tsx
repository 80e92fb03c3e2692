import { Time } from "@/components/ui/time";
import { KIND_WORDS, type ThreadKind } from "@/lib/feedback/kinds";

export interface OwnCommentsProps {
  comments: {
    id: string;
    spec: { slug: string; title: string };
    threadNumber: number;
    number: number;
    sectionTitle: string;
    kind: ThreadKind;
    body: string;
    at: string;
    state: "held" | "visible" | "hidden" | "withdrawn";
  }[];
}

const STATES = {
  held: "Waits for a moderator",
  visible: "",
  hidden: "Hidden by a moderator",
  withdrawn: "Taken back",
} as const;

/** What one said in public, each with the way to its thread, where it is changed and taken back. */
export function OwnComments({ comments }: OwnCommentsProps) {
  return (
    <ol className="flex flex-col">
      {comments.map((comment) => (
        <li
          key={comment.id}
          className="border-b border-line py-3.5 first:pt-0 last:border-0 last:pb-0"
        >
          <OwnComment {...comment} />
        </li>
      ))}
    </ol>
  );
}

function OwnComment({
  spec,
  threadNumber,
  number,
  sectionTitle,
  kind,
  body,
  at,
  state,
}: OwnCommentsProps["comments"][number]) {
  const href = `/${spec.slug}/feedback/${threadNumber}#comment-${number}`;
  const mayChange = state === "visible" || state === "held";
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <a href={href} className="font-semibold hover:underline">
          {sectionTitle}
        </a>
        <span className="text-sm text-ink-muted">
          {spec.title} · {number === 1 ? KIND_WORDS[kind].name : "Answer"} · <Time at={at} />
        </span>
      </p>
      {STATES[state] && <p className="text-sm text-caution">{STATES[state]}</p>}
      {body && (
        <p dir="auto" className="mt-1 line-clamp-3 max-w-measure text-pretty wrap-anywhere">
          {body}
        </p>
      )}
      {state !== "withdrawn" && (
        <a href={href} className="link inline-flex min-h-6 items-center text-sm">
          {mayChange ? "Change or take back" : "See why, appeal or take back"}
          <span className="sr-only"> what you said about {sectionTitle}</span>
        </a>
      )}
    </>
  );
}
