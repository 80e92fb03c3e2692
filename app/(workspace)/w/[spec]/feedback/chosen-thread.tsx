import { ExternalLink } from "lucide-react";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { CommentCard } from "@/components/feedback/comment-card";
import { KindBadge } from "@/components/feedback/kind-badge";
import { QuotedWords } from "@/components/feedback/quoted-words";
import { StateBadge } from "@/components/feedback/state-badge";
import { ThreadStory } from "@/components/feedback/thread-story";
import { ThreadTexts } from "@/components/feedback/thread-texts";
import { AnswerForm, CareForm, ReopenForm, SettleForm } from "@/components/feedback/triage-forms";
import { TriageKeys } from "@/components/feedback/triage-keys";
import {
  findCaretaker,
  findSettlingRevision,
  getThreadTexts,
  listCaretakers,
} from "@/lib/data/feedback-inbox";
import type { PublicSpecRecord } from "@/lib/data/feedback-standing";
import { listRevisions } from "@/lib/data/revisions";
import { getThreadStory, listComments } from "@/lib/data/thread-comments";
import { getThread, viewerOf } from "@/lib/data/threads";
import { NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canTriage } from "@/lib/policy/feedback";
import { answer, assign, merge, reopen, settle } from "./actions";

export interface ChosenThreadProps {
  spec: PublicSpecRecord;
  actor: Actor;
  number: number;
  next: string | null;
  previous: string | null;
  releases: string[];
}

/** One thread with its clause, as published and as drafted, and everything that can be decided about it. */
export async function ChosenThread({
  spec,
  actor,
  number,
  next,
  previous,
  releases,
}: ChosenThreadProps) {
  const viewer = viewerOf(actor, spec);
  const thread = await getThread(spec.id, number, viewer).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const mayTriage = canTriage(actor, spec);
  const [{ comments, total }, story, texts, caretaker, people, revisions, revision] =
    await Promise.all([
      listComments(thread.id, viewer),
      getThreadStory(thread.id),
      getThreadTexts(spec.id, thread.id),
      findCaretaker(thread.id),
      listCaretakers(spec.id),
      listRevisions(actor, spec.id, { take: 30 }),
      findSettlingRevision(thread.id),
    ]);
  return (
    <section aria-label={`Thread ${number}`} className="flex min-w-0 flex-col gap-5">
      <header>
        <div className="mb-2 flex flex-wrap items-center gap-2">
          <KindBadge kind={thread.kind} />
          <StateBadge thread={thread} />
          <span className="text-sm text-ink-muted">Thread {number}</span>
          <a
            href={`/${spec.slug}/feedback/${number}`}
            className="link inline-flex min-h-6 items-center gap-1 text-sm"
          >
            Public page <ExternalLink aria-hidden className="size-3.5" />
          </a>
        </div>
        <h2 className="font-serif text-xl font-semibold text-balance">
          {thread.sectionTitle}
          {thread.label && <span className="block text-md font-normal">{thread.label}</span>}
        </h2>
        <QuotedWords words={thread.quote} className="mt-2" />
        <div className="mt-2">
          <TriageKeys number={number} next={next} previous={previous} />
        </div>
      </header>
      <ThreadStory
        spec={spec.slug}
        writtenOn={thread.release}
        sectionId={thread.sectionId}
        revision={revision}
        {...story}
      />
      <div className="flex flex-col gap-3">
        {comments.map((comment) => (
          <CommentCard
            key={comment.id}
            comment={comment}
            own={null}
            quote={comment.number === 1 ? thread.quote : ""}
          />
        ))}
        {total > comments.length && (
          <a href={`/${spec.slug}/feedback/${number}?page=2`} className="link text-sm">
            {total - comments.length} more on its public page
          </a>
        )}
      </div>
      <ThreadTexts release={thread.release} {...texts} />
      {mayTriage && thread.mergedInto === null && (
        <>
          <Part id="triage-answer" title="Answer">
            <AnswerForm key={thread.id} threadId={thread.id} answer={answer} />
          </Part>
          <Part id="triage-decide" title={thread.disposition ? "Decide anew" : "Decide"}>
            <SettleForm
              key={`${thread.id} ${thread.disposition?.at}`}
              threadId={thread.id}
              releases={releases}
              revisions={revisions.map(({ number: of, name, summary }) => ({
                number: of,
                words: `${of}: ${name ?? (summary || "no changes")}`,
              }))}
              settle={settle}
            />
          </Part>
          {thread.disposition && (
            <Part id="triage-reopen" title="Reopen">
              <ReopenForm threadId={thread.id} reopen={reopen} />
            </Part>
          )}
          <Part id="triage-merge" title="Who looks after it">
            <CareForm
              key={`${thread.id} ${caretaker}`}
              threadId={thread.id}
              assignedTo={caretaker}
              people={people}
              assign={assign}
              merge={merge}
            />
          </Part>
        </>
      )}
    </section>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="scroll-mt-16 rounded-md border border-line bg-raised p-4">
      <h3 className="mb-3 font-semibold">{title}</h3>
      {children}
    </section>
  );
}
