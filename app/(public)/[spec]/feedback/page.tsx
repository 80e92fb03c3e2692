import { MessagesSquare, Rss } from "lucide-react";
import type { Metadata } from "next";
import { ConsultationNotice } from "@/components/feedback/consultation-notice";
import { FollowButton } from "@/components/feedback/follow-button";
import { NumbersTable } from "@/components/feedback/numbers-table";
import { PageLinks } from "@/components/feedback/page-links";
import { ThreadCard } from "@/components/feedback/thread-card";
import type { FilterWords } from "@/components/feedback/filter-words";
import { ThreadFilter } from "@/components/feedback/thread-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { listConsultations } from "@/lib/data/consultations";
import { listFeedbackNumbers } from "@/lib/data/feedback-counts";
import { followsFeedback } from "@/lib/data/own-feedback";
import { listThreads, THREADS_PER_PAGE, viewerOf } from "@/lib/data/threads";
import { FeedbackFrame, openPublicSpec, type PublicSpecProps } from "../../feedback-frame";
import { doneWords } from "./[thread]/done-words";
import { follow } from "./actions";
import { filterFrom } from "./filter-from";

interface Props extends PublicSpecProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { spec } = await openPublicSpec(props);
  return {
    title: `Feedback on ${spec.title}`,
    description: `What readers said about ${spec.title}, and what became of it.`,
    alternates: { types: { "application/atom+xml": `/${spec.slug}/feedback/feed.xml` } },
  };
}

/** You said, we did: what readers said about every release, and what became of it. */
export default async function FeedbackPage(props: Props) {
  const { spec, signedIn } = await openPublicSpec(props);
  const [numbers, consultations] = await Promise.all([
    listFeedbackNumbers(spec.id),
    listConsultations(spec.id),
  ]);
  const query = await props.searchParams;
  const { words, filter, clauses } = await filterFrom(spec.id, query);
  const viewer = viewerOf(signedIn?.actor ?? null, spec);
  const { threads, total } = await listThreads(spec.id, viewer, filter);
  const clause = clauses.find(({ uid }) => uid === words.clause);
  const follows = signedIn
    ? await followsFeedback(signedIn.actor, spec.id, clause?.uid ?? null)
    : null;
  const done = doneWords({ done: String(query.done ?? "") });
  const current = consultations.filter(({ state }) => state !== "closed");
  return (
    <FeedbackFrame signedIn={signedIn} spec={spec}>
      {done && (
        <Notice title={done.title} announce className="mb-6">
          {done.words}
        </Notice>
      )}
      <PageHeader title="You said, we did">
        What readers said about {spec.title}, clause by clause, and what became of it. To say
        something yourself, open the spec and choose the words or the clause that you mean.
      </PageHeader>
      {current.map((consultation) => (
        <div key={consultation.id} className="mb-6">
          <ConsultationNotice consultation={consultation} />
        </div>
      ))}
      <section aria-label="In numbers" className="mb-10">
        <NumbersTable spec={spec.slug} rows={numbers} />
      </section>
      <section aria-labelledby="threads">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h2 id="threads" className="font-serif text-xl font-semibold">
            {total === 1 ? "1 thread" : `${total} threads`}
            {words.landed && ` changed the text of ${words.landed}`}
          </h2>
          <div className="flex flex-wrap items-center gap-x-3">
            {follows !== null && (
              <FollowButton
                of={{ specId: spec.id, ...(clause ? { sectionUid: clause.uid } : {}) }}
                follows={follows}
                back={`/${spec.slug}/feedback${clause ? `?clause=${encodeURIComponent(clause.uid)}` : ""}`}
                follow={follow}
                what={clause ? "this clause" : "all of it"}
              />
            )}
            <a
              href={`/${spec.slug}/feedback/feed.xml${clause ? `?clause=${encodeURIComponent(clause.uid)}` : ""}`}
              className="inline-flex min-h-6 items-center gap-1.5 text-sm text-ink-muted hover:text-ink"
            >
              <Rss aria-hidden className="size-3.5" />
              Feed
            </a>
          </div>
        </div>
        <ThreadFilter
          action={`/${spec.slug}/feedback`}
          releases={numbers.map(({ release }) => release)}
          clauses={clauses}
          values={words}
        />
        <div className="mt-8">
          {threads.length === 0 ? (
            <EmptyState icon={MessagesSquare} title="Nothing here yet">
              {Object.values(words).some(Boolean)
                ? "No thread fits these choices. Take one of them away."
                : "Nobody has said anything yet. Open the spec, choose words or a clause, and be the first."}
            </EmptyState>
          ) : (
            threads.map((thread) => <ThreadCard key={thread.id} spec={spec.slug} thread={thread} />)
          )}
        </div>
        <PageLinks
          page={filter.page}
          pages={Math.ceil(total / THREADS_PER_PAGE)}
          hrefOf={(page) => `/${spec.slug}/feedback?${queryOf(words, page)}`}
        />
      </section>
    </FeedbackFrame>
  );
}

function queryOf(words: FilterWords, page: number): string {
  const given = Object.entries(words).filter(([, value]) => value);
  return new URLSearchParams([...given, ["page", String(page)]]).toString();
}
