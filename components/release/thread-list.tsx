"use client";

import { useRouter } from "next/navigation";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Textarea } from "@/components/ui/textarea";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import type { ReviewThread } from "./review-types";

export interface ThreadDeeds {
  may: { comment: boolean; takeUp: boolean };
  answer: (input: { threadId: string; body: string }) => Promise<ActionResult<void>>;
  resolve: (input: { threadId: string; resolved: boolean }) => Promise<ActionResult<void>>;
  takeUp: (input: { messageId: string }) => Promise<ActionResult<void>>;
}

/** What reviewers say about one part: open threads in full, settled ones folded. */
export function ThreadList({
  threads,
  deeds,
}: {
  threads: readonly ReviewThread[];
  deeds: ThreadDeeds;
}) {
  return (
    <ul className="flex flex-col gap-3">
      {threads.map((thread) => (
        <li key={thread.id} className="rounded-md border border-line bg-raised font-sans text-base">
          <details open={!thread.isResolved}>
            <summary className="flex cursor-pointer flex-wrap items-center gap-2 px-3.5 py-2 text-sm text-ink-muted">
              <span className="min-w-0 flex-1 truncate">
                {thread.quote ? <q>{thread.quote}</q> : "On the whole section"}
              </span>
              {thread.isResolved && <Badge>Settled</Badge>}
            </summary>
            <div className="border-t border-line px-3.5 py-3">
              <Messages thread={thread} deeds={deeds} />
              {deeds.may.comment && <Answer thread={thread} deeds={deeds} />}
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

const TURNS = { resolved: "settled this", reopened: "opened this again" } as const;

function Messages({ thread, deeds }: { thread: ReviewThread; deeds: ThreadDeeds }) {
  return (
    <ol className="flex flex-col gap-3">
      {thread.messages.map((message) => (
        <li key={message.id} className="flex gap-2.5">
          <Avatar person={message.by} size="sm" decorative />
          <div className="min-w-0 flex-1">
            <p className="text-sm">
              <span className="font-medium">{message.by.name}</span>{" "}
              <span className="text-ink-muted">
                {message.kind === "resolved" || message.kind === "reopened"
                  ? TURNS[message.kind]
                  : message.kind === "suggestion" && "proposes other words"}{" "}
                <Time at={message.at} />
              </span>
            </p>
            {message.body && <p className="max-w-prose whitespace-pre-line">{message.body}</p>}
            {message.replacement !== null && (
              <Proposal thread={thread} message={message} deeds={deeds} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Proposal({
  thread,
  message,
  deeds,
}: {
  thread: ReviewThread;
  message: ReviewThread["messages"][number];
  deeds: ThreadDeeds;
}) {
  const router = useRouter();
  const { run, pending } = useAction(deeds.takeUp, {
    failures: "toast",
    done: "The draft has these words now",
    onDone: () => router.refresh(),
  });
  return (
    <div className="mt-1.5 flex flex-col gap-2">
      <p className="max-w-measure rounded-sm bg-sunken px-3 py-2 font-serif text-md">
        <del>{thread.quote}</del> <ins>{message.replacement}</ins>
      </p>
      {message.appliedBy ? (
        <p className="text-sm text-ink-muted">{message.appliedBy.name} put this into the draft.</p>
      ) : (
        deeds.may.takeUp && (
          <Button
            size="sm"
            className="self-start"
            pending={pending}
            onClick={() => run({ messageId: message.id })}
          >
            Put into the draft
          </Button>
        )
      )}
    </div>
  );
}

function Answer({ thread, deeds }: { thread: ReviewThread; deeds: ThreadDeeds }) {
  const router = useRouter();
  const answer = useAction(deeds.answer, { onDone: () => router.refresh() });
  const resolve = useAction(deeds.resolve, {
    failures: "toast",
    onDone: () => router.refresh(),
  });
  return (
    <form
      // A new form for each answer, so that the field is empty again.
      key={thread.messages.length}
      {...answer.form((data) => ({ threadId: thread.id, body: String(data.get("body")) }))}
      className="mt-3 flex flex-col gap-2"
    >
      <FormError error={answer.error} />
      <Field label="Answer" name="body" required error={answer.fields.body}>
        <Textarea rows={2} className="min-h-16" />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" pending={answer.pending}>
          Answer
        </Button>
        <Button
          size="sm"
          variant="quiet"
          pending={resolve.pending}
          onClick={() => resolve.run({ threadId: thread.id, resolved: !thread.isResolved })}
        >
          {thread.isResolved ? "Open again" : "Settle"}
        </Button>
      </div>
    </form>
  );
}
