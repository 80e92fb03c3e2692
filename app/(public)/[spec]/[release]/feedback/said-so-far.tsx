import { PageLinks } from "@/components/feedback/page-links";
import { ThreadCard } from "@/components/feedback/thread-card";
import { THREADS_PER_PAGE, type listThreads } from "@/lib/data/threads";
import { ORDERS, type SayQuery } from "./say-query";

interface Props extends Awaited<ReturnType<typeof listThreads>> {
  spec: string;
  release: string;
  asked: Pick<SayQuery, "page" | "sort">;
  hrefOf: (more: Record<string, string>) => string;
}

/** What others said about the clause, in the order that was asked for. */
export function SaidSoFar({ threads, total, spec, release, asked, hrefOf }: Props) {
  const { page, sort } = asked;
  return (
    <section aria-labelledby="said" className="mt-12">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="said" className="font-serif text-lg font-semibold">
          Said about this clause so far ({total})
        </h2>
        {total > 1 && (
          <nav aria-label="Order" className="flex gap-4 text-sm">
            {ORDERS.map(({ value, words }) => (
              <a
                key={value}
                href={`${hrefOf({ sort: value })}#said`}
                aria-current={value === sort ? "true" : undefined}
                className="inline-flex min-h-6 items-center text-ink-muted hover:text-ink aria-current:font-semibold aria-current:text-ink"
              >
                {words}
              </a>
            ))}
          </nav>
        )}
      </div>
      {threads.map((thread) => (
        <ThreadCard key={thread.id} spec={spec} thread={thread} within={release} />
      ))}
      <PageLinks
        page={page}
        pages={Math.ceil(total / THREADS_PER_PAGE)}
        hrefOf={(next) => `${hrefOf({ sort, page: String(next) })}#said`}
      />
    </section>
  );
}
