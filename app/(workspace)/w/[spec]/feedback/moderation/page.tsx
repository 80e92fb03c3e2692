import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { WordDiff } from "@/components/diff/word-diff";
import { CommentBody } from "@/components/feedback/comment-body";
import { AppealForm, ModerationForms } from "@/components/feedback/moderation-forms";
import { ModerationKeys } from "@/components/feedback/moderation-keys";
import { PageLinks } from "@/components/feedback/page-links";
import { QuotedWords } from "@/components/feedback/quoted-words";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import {
  getModerationQueue,
  type QueuedAppeal,
  type QueuedComment,
} from "@/lib/data/moderation-queue";
import { suggestedChange } from "@/lib/feedback/suggested-change";
import { pageNumber } from "@/lib/page-number";
import { canModerate } from "@/lib/policy/feedback";
import type { SpecPageProps } from "../../spec-frame";
import { approve, hide, judge, redact } from "../actions";
import { FeedbackPages, openInbox } from "../feedback-pages";

export const metadata: Metadata = { title: "Moderation" };

const HOUR_MS = 3_600_000;
/** QUALITY P8: most within two days, none longer than three. */
const ALARM_HOURS = 72;

interface Props extends SpecPageProps {
  searchParams: Promise<{ page?: string }>;
}

/** What waits for a moderator, longest first: newcomers, reports, appeals. */
export default async function ModerationPage(props: Props) {
  const opened = await openInbox(props, "/moderation");
  const { signedIn, spec } = opened;
  if (!canModerate(signedIn.actor, spec)) forbidden();
  const asked = pageNumber((await props.searchParams).page);
  const lateBefore = new Date(new Date().getTime() - ALARM_HOURS * HOUR_MS);
  const queue = await getModerationQueue(signedIn.actor, spec.id, { page: asked, lateBefore });
  const { appeals, reported, held, totals, page, pages } = queue;
  const total = totals.appeals + totals.reported + totals.held;
  return (
    <FeedbackPages {...opened}>
      <PageHeader title="Moderation">
        Disagreement is never a reason to hide a comment.{" "}
        <a href={`/${spec.slug}/feedback/policy`} className="link">
          The rules that everybody reads
        </a>
      </PageHeader>
      {totals.late > 0 && (
        <Notice
          tone="caution"
          title={`${totals.late} waited longer than three days`}
          className="mb-6"
        >
          People were told that most comments appear within two days.
        </Notice>
      )}
      {total === 0 && (
        <EmptyState icon={ShieldCheck} title="Nothing waits for you">
          The first two comments of everybody, reports of readers and appeals appear here.
        </EmptyState>
      )}
      {total > 0 && (
        <div className="mb-4">
          <ModerationKeys />
        </div>
      )}
      <Part title="Appeals" total={totals.appeals}>
        {appeals.map((appeal) => (
          <Appeal key={appeal.id} slug={spec.slug} appeal={appeal} />
        ))}
      </Part>
      <Part title="Reported" total={totals.reported}>
        {reported.map((comment) => (
          <Queued
            key={comment.id}
            slug={spec.slug}
            comment={comment}
            approveWords="Nothing wrong with it"
          />
        ))}
      </Part>
      <Part title="Waiting" total={totals.held}>
        {held.map((comment) => (
          <Queued
            key={comment.id}
            slug={spec.slug}
            comment={comment}
            approveWords="Let it be read"
          />
        ))}
      </Part>
      <PageLinks
        page={page}
        pages={pages}
        hrefOf={(next) => `/w/${spec.slug}/feedback/moderation?page=${next}`}
      />
    </FeedbackPages>
  );
}

const hoursSince = (at: string) => (new Date().getTime() - Date.parse(at)) / HOUR_MS;

function waitWords(at: string): string {
  const hours = Math.floor(hoursSince(at));
  if (hours < 1) return "less than an hour";
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
}

function Part({ title, total, children }: { title: string; total: number; children: ReactNode }) {
  if (total === 0) return null;
  return (
    <section className="mb-10">
      <h2 className="mb-3 font-serif text-lg font-semibold">
        {title} ({total})
      </h2>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  );
}

function Queued({
  slug,
  comment,
  approveWords,
}: {
  slug: string;
  comment: QueuedComment;
  approveWords: string;
}) {
  return (
    <article
      data-queued=""
      tabIndex={-1}
      aria-label={`Comment by ${comment.author}`}
      className="grid items-start gap-x-8 gap-y-3 rounded-md border border-line bg-raised p-4 lg:grid-cols-[minmax(0,36rem)_minmax(15rem,1fr)]"
    >
      <div>
        <QuotedWords words={comment.quote} className="mb-2" />
        <CommentBody text={comment.body} />
        {comment.replacement && (
          <p dir="auto" className="mt-2 max-w-measure font-serif text-editing wrap-anywhere">
            <WordDiff parts={suggestedChange(comment.quote, comment.replacement)} />
          </p>
        )}
      </div>
      <div className="text-sm text-ink-muted lg:row-span-2">
        <p>
          <b className="font-semibold text-ink">{comment.author}</b>, {comment.record.approved}{" "}
          approved and {comment.record.hidden} hidden before
        </p>
        <p className="mt-1">
          On{" "}
          <a href={`/${slug}/feedback/${comment.threadNumber}`} className="link">
            {comment.sectionTitle}
          </a>
          , <Time at={comment.at} />
        </p>
        <p className="mt-1">Waits {waitWords(comment.waitsSince)}</p>
        {comment.heldBecause && <p className="mt-1 text-caution">{comment.heldBecause}</p>}
        <Reports reports={comment.reports} />
      </div>
      {comment.isOwn ? (
        <p className="text-sm text-ink-muted">These are your own words: somebody else decides.</p>
      ) : (
        <ModerationForms
          commentId={comment.id}
          approveWords={approveWords}
          approve={approve}
          hide={hide}
          redact={redact}
        />
      )}
    </article>
  );
}

/** Each rule once, with how many named it and what they said. */
function Reports({ reports }: Pick<QueuedComment, "reports">) {
  const rules = [...new Set(reports.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const told = reports.filter((report) => report.rule === rule);
    return (
      <div key={rule} className="mt-2 rounded-sm bg-caution-wash px-3 py-2 text-ink">
        <b>
          Reported{told.length > 1 && ` ${told.length} times`}: {rule}.
        </b>
        {[...new Set(told.map(({ words }) => words).filter(Boolean))].map((words) => (
          <p key={words} className="wrap-anywhere">
            {words}
          </p>
        ))}
      </div>
    );
  });
}

function Appeal({ slug, appeal }: { slug: string; appeal: QueuedAppeal }) {
  return (
    <article data-queued="" tabIndex={-1} className="rounded-md border border-line bg-raised p-4">
      <header className="mb-2 text-sm text-ink-muted">
        <a href={`/${slug}/feedback/${appeal.threadNumber}`} className="link">
          Thread {appeal.threadNumber}
        </a>
        , appealed <Time at={appeal.at} precise />, waits {waitWords(appeal.at)}
      </header>
      <CommentBody text={appeal.body} />
      <p className="mt-3 max-w-measure">
        <b>Hidden: {appeal.rule}.</b> {appeal.reason}
      </p>
      <p className="mt-2 max-w-measure">
        <b>Its author says:</b> {appeal.words}
      </p>
      {appeal.mayDecide ? (
        <AppealForm appealId={appeal.id} judge={judge} />
      ) : (
        <p className="mt-3 text-sm text-ink-muted">
          Somebody decides who neither wrote nor hid the comment.
        </p>
      )}
    </article>
  );
}
