import { ArrowLeft, Download, Inbox } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { InboxList } from "@/components/feedback/inbox-list";
import { PageLinks } from "@/components/feedback/page-links";
import { ThreadFilter } from "@/components/feedback/thread-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/cn";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/lib/data/db";
import { countInbox, requireInbox } from "@/lib/data/feedback-inbox";
import { listReleases } from "@/lib/data/releases";
import { listThreads, THREADS_PER_PAGE, viewerOf } from "@/lib/data/threads";
import { filterFrom } from "@/app/(public)/[spec]/feedback/filter-from";
import type { SpecPageProps } from "../spec-frame";
import { ChosenThread } from "./chosen-thread";
import { FeedbackPages, openInbox } from "./feedback-pages";

export const metadata: Metadata = { title: "Feedback" };

interface Props extends SpecPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The inbox: what came in, by clause, kind, age and state; one thread open beside the list. */
export default async function InboxPage(props: Props) {
  const opened = await openInbox(props);
  const { signedIn, spec } = opened;
  const query = await props.searchParams;
  const standing = await requireInbox(signedIn.actor, spec.id);
  const [releases, counts] = await Promise.all([listReleases(db(), spec.id), countInbox(spec.id)]);
  // Without a choice the inbox shows what waits, oldest first.
  const asked = query.status === undefined ? { ...query, status: "open", sort: "oldest" } : query;
  const { words, filter, clauses } = await filterFrom(spec.id, asked, signedIn.actor);
  const viewer = viewerOf(signedIn.actor, standing);
  const { threads, total } = await listThreads(spec.id, viewer, filter);
  const chosen = Number(query.thread) || threads[0]?.number || null;
  const hrefOf = (number: number | null, page = filter.page) =>
    `/w/${spec.slug}/feedback?${new URLSearchParams([
      ...Object.entries(words).filter(([name, value]) => value || name === "status"),
      ...(page > 1 ? [["page", String(page)]] : []),
      ...(number ? [["thread", String(number)]] : []),
    ])}`;
  const at = threads.findIndex(({ number }) => number === chosen);
  const near = (step: number) => {
    const thread = at < 0 ? undefined : threads[at + step];
    return thread ? hrefOf(thread.number) : null;
  };
  return (
    <FeedbackPages {...opened}>
      <PageHeader
        title="Feedback"
        actions={
          // On a phone they come after the list: what waits comes first.
          <div className="flex gap-2 max-sm:hidden">
            <Dockets slug={spec.slug} />
          </div>
        }
      >
        {counts.open === 1 ? "1 thread is open." : `${counts.open} threads are open.`} Every one
        ends with what became of it, and why.
      </PageHeader>
      <div className={cn(query.thread && "max-lg:hidden")}>
        <ThreadFilter
          action={`/w/${spec.slug}/feedback`}
          releases={releases.map(({ label }) => label)}
          clauses={clauses}
          values={words}
          isInbox
        />
      </div>
      {threads.length === 0 && !query.thread ? (
        <EmptyState icon={Inbox} title="Nothing waits here" className="mt-6">
          {releases.length === 0
            ? "Readers can comment once a release is published."
            : "No thread fits these choices. Choose another state above to see settled ones."}
        </EmptyState>
      ) : (
        <div className="mt-6 grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <div
            className={cn(
              "lg:sticky lg:top-16 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto",
              query.thread && "max-lg:hidden",
            )}
          >
            <InboxList threads={threads} chosen={chosen} hrefOf={hrefOf} now={requestTime()} />
            <PageLinks
              page={filter.page}
              pages={Math.ceil(total / THREADS_PER_PAGE)}
              hrefOf={(page) => hrefOf(null, page)}
            />
            <div className="mt-4 flex gap-2 sm:hidden">
              <Dockets slug={spec.slug} />
            </div>
          </div>
          {chosen !== null && (
            // Where there is no room for both, the list comes first and one thread fills the page.
            <div className={cn("min-w-0", !query.thread && "max-lg:hidden")}>
              <Link
                href={hrefOf(null)}
                className="link mb-3 inline-flex min-h-6 items-center gap-1 text-sm lg:hidden"
              >
                <ArrowLeft aria-hidden className="size-3.5" /> All threads
              </Link>
              <ChosenThread
                spec={standing}
                actor={signedIn.actor}
                number={chosen}
                next={near(1)}
                previous={near(-1)}
                releases={releases.map(({ label }) => label)}
              />
            </div>
          )}
        </div>
      )}
    </FeedbackPages>
  );
}

/** Ages are counted from when the page was asked for. */
const requestTime = () => new Date().getTime();

function Dockets({ slug }: { slug: string }) {
  return (["csv", "json"] as const).map((format) => (
    <a
      key={format}
      href={`/w/${slug}/feedback/docket?format=${format}`}
      className={buttonStyle({ size: "sm" })}
    >
      <Download aria-hidden />
      Docket as {format.toUpperCase()}
    </a>
  ));
}
