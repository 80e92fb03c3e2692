import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/feedback/comment-card";
import { CommentDeeds } from "@/components/feedback/comment-deeds";
import { CommentForm } from "@/components/feedback/comment-form";
import { KindBadge } from "@/components/feedback/kind-badge";
import { PageLinks } from "@/components/feedback/page-links";
import { QuotedWords } from "@/components/feedback/quoted-words";
import { StateBadge } from "@/components/feedback/state-badge";
import { ThreadBar } from "@/components/feedback/thread-bar";
import { ThreadStory } from "@/components/feedback/thread-story";
import { ThreadWays } from "@/components/feedback/thread-ways";
import { Notice } from "@/components/ui/notice";
import {
  COMMENTS_PER_PAGE,
  findOfficialAnswer,
  findOwnSides,
  getOwnStand,
  getThreadStory,
  listComments,
} from "@/lib/data/thread-comments";
import { getThread, viewerOf } from "@/lib/data/threads";
import type { PublicSpecRecord } from "@/lib/data/feedback-standing";
import type { SignedIn } from "@/lib/data/sessions";
import type { ThreadView } from "@/lib/feedback/views";
import { pageNumber } from "@/lib/page-number";
import { canAnswerOfficially, canComment, canSeeInbox } from "@/lib/policy/feedback";
import { FeedbackFrame, openPublicSpec, orNotFound } from "../../../feedback-frame";
import { findOwnWords } from "../../../own-words";
import { problemWords } from "../../../problem-words";
import { requestTime } from "../../../request-time";
import { appeal, edit, follow, report, support, withdraw } from "../actions";
import { doneWords } from "./done-words";

interface Props {
  params: Promise<{ spec: string; thread: string }>;
  searchParams: Promise<{ page?: string; posted?: string; done?: string; problem?: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { thread } = await openThreadPage(props);
  return {
    title: `${thread.sectionTitle}: thread ${thread.number}`,
    robots: thread.opening.state === "visible" ? undefined : { index: false },
  };
}

/** One thread on a page of its own, with everything that can be done in it, without a script. */
export default async function ThreadPage(props: Props) {
  const { spec, signedIn, thread, viewer } = await openThreadPage(props);
  const query = await props.searchParams;
  const page = pageNumber(query.page);
  const here = `/${spec.slug}/feedback/${thread.number}`;
  const actor = signedIn?.actor ?? null;
  const [{ comments, total }, official, story, stand] = await Promise.all([
    listComments(thread.id, viewer, page),
    thread.hasOfficialAnswer ? findOfficialAnswer(thread.id, viewer) : null,
    getThreadStory(thread.id),
    actor && getOwnStand(actor, thread.id),
  ]);
  const own = actor
    ? await findOwnSides(
        actor,
        comments.map(({ id }) => id),
      )
    : null;
  const done = doneWords(query);
  const opened = comments.some(({ id, number }) => number === 1 && own?.get(id)?.isOwn);
  return (
    <FeedbackFrame signedIn={signedIn} spec={spec}>
      {done && (
        <Notice title={done.title} announce className="mb-6">
          {done.words}
        </Notice>
      )}
      <ThreadHead spec={spec} thread={thread} signedIn={signedIn} />
      <div className="mt-5 flex max-w-2xl flex-col gap-4">
        <ThreadStory
          spec={spec.slug}
          writtenOn={thread.release}
          sectionId={thread.sectionId}
          {...story}
        />
        <ThreadWays {...{ here, page, total, official }} perPage={COMMENTS_PER_PAGE} />
        {comments.map((comment) => {
          const side = own?.get(comment.id) ?? null;
          return (
            <CommentCard
              key={comment.id}
              comment={comment}
              own={side}
              quote={comment.number === 1 ? thread.quote : ""}
            >
              {side && (
                <CommentDeeds
                  comment={comment}
                  own={side}
                  back={here}
                  actions={{ edit, withdraw, report, appeal }}
                />
              )}
            </CommentCard>
          );
        })}
        <PageLinks
          page={page}
          pages={Math.ceil(total / COMMENTS_PER_PAGE)}
          hrefOf={(next) => `${here}?page=${next}`}
        />
        <ThreadBar
          spec={spec}
          thread={thread}
          back={here}
          own={stand && { ...stand, opened }}
          support={support}
          follow={follow}
        />
        <Answer spec={spec} thread={thread} signedIn={signedIn} problem={query.problem} />
      </div>
    </FeedbackFrame>
  );
}

interface PartProps {
  spec: PublicSpecRecord;
  thread: ThreadView;
  signedIn: SignedIn | null;
}

function ThreadHead({ spec, thread, signedIn }: PartProps) {
  const clause = `/${spec.slug}/${thread.release}${thread.sectionId ? `#${encodeURIComponent(thread.sectionId)}` : ""}`;
  return (
    <header>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <KindBadge kind={thread.kind} />
        <StateBadge thread={thread} />
        <span className="text-sm text-ink-muted">Thread {thread.number}</span>
        {signedIn && canSeeInbox(signedIn.actor, spec) && (
          <a
            href={`/w/${spec.slug}/feedback?thread=${thread.number}`}
            className="link inline-flex min-h-6 items-center text-sm"
          >
            Open in the inbox
          </a>
        )}
      </div>
      <h1 className="font-serif text-2xl font-semibold text-balance">
        {thread.sectionTitle}
        {thread.label && <span className="block text-lg font-normal">{thread.label}</span>}
      </h1>
      <QuotedWords words={thread.quote} className="mt-3" />
      <p className="mt-2 text-sm text-ink-muted">
        As it stands in{" "}
        <a href={clause} className="link">
          release {thread.release}
        </a>
      </p>
      {thread.mergedInto !== null && (
        <Notice title="Joined with another thread" className="mt-4">
          Others said the same. It goes on in{" "}
          <a href={`/${spec.slug}/feedback/${thread.mergedInto}`} className="link">
            thread {thread.mergedInto}
          </a>
          ; what is decided there holds here too.
        </Notice>
      )}
    </header>
  );
}

async function Answer({
  spec,
  thread,
  signedIn,
  problem,
}: PartProps & { problem: string | undefined }) {
  if (thread.mergedInto !== null) return null;
  const mayComment = signedIn ? canComment(signedIn.actor, spec) : spec.isOpen && !spec.isArchived;
  if (!mayComment) return <p className="text-ink-muted">Comments are closed at the moment.</p>;
  const kept = await findOwnWords({ spec: spec.slug, thread: String(thread.number) });
  return (
    <section aria-labelledby="answer" className="mt-4">
      <h2 id="answer" className="mb-3 font-serif text-lg font-semibold">
        Answer
      </h2>
      <CommentForm
        about={{ spec: spec.slug, thread: String(thread.number) }}
        opensThread={false}
        values={kept ?? {}}
        problem={problemWords(problem)}
        shownAt={requestTime()}
        send={signedIn ? "Post the answer" : "Go on"}
        mayAnswerOfficially={signedIn !== null && canAnswerOfficially(signedIn.actor, spec)}
      />
    </section>
  );
}

async function openThreadPage({ params }: Props) {
  const { thread: word } = await params;
  const { spec, signedIn } = await openPublicSpec({ params });
  if (!/^[1-9]\d{0,8}$/.test(word)) notFound();
  const viewer = viewerOf(signedIn?.actor ?? null, spec);
  const thread = await orNotFound(getThread(spec.id, Number(word), viewer));
  return { spec, signedIn, thread, viewer };
}
