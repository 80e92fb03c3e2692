import { ChartNoAxesColumn, Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { buttonStyle } from "@/components/ui/button-style";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listClauseStatistics } from "@/lib/data/feedback-counts";
import type { SpecPageProps } from "../../spec-frame";
import { FeedbackPages, openInbox } from "../feedback-pages";

export const metadata: Metadata = { title: "Feedback by clause" };

const NUMBERS = [
  ["open", "Open"],
  ["questions", "Questions"],
  ["problems", "Problems"],
  ["suggestions", "Suggestions"],
  ["supports", "Support"],
  ["supporters", "Think so too"],
] as const;

type Row = Awaited<ReturnType<typeof listClauseStatistics>>[number];

/** Which clauses are spoken about most, and how. */
export default async function StatisticsPage(props: SpecPageProps) {
  const opened = await openInbox(props, "/statistics");
  const rows = await listClauseStatistics(opened.spec.id);
  const most = Math.max(1, ...rows.map(({ threads }) => threads));
  return (
    <FeedbackPages {...opened}>
      <PageHeader
        title="By clause"
        actions={
          <a
            href={`/w/${opened.spec.slug}/feedback/figures`}
            className={buttonStyle({ size: "sm" })}
          >
            <Download aria-hidden />
            Figures for research
          </a>
        }
      >
        Where threads were written. Many questions about one clause say that it is unclear; many
        problems, that it may be wrong. The figures to give away leave out clauses that fewer than
        five people spoke about.
      </PageHeader>
      <DataTable
        caption="Threads by clause"
        rows={rows}
        rowKey={({ sectionId, sectionTitle }) => `${sectionId} ${sectionTitle}`}
        empty={
          <EmptyState icon={ChartNoAxesColumn} title="No figures yet">
            They appear with the first thread.
          </EmptyState>
        }
        columns={[
          {
            key: "clause",
            header: "Clause",
            primary: true,
            cell: (row) =>
              row.sectionUid ? (
                <Link
                  href={`/w/${opened.spec.slug}/feedback?status=&clause=${encodeURIComponent(row.sectionUid)}`}
                  className="link"
                >
                  {row.sectionTitle}
                </Link>
              ) : (
                row.sectionTitle
              ),
          },
          {
            key: "threads",
            header: "Threads",
            cell: ({ threads }) => <Share of={threads} most={most} />,
          },
          ...NUMBERS.map(([key, header]) => ({
            key,
            header,
            numeric: true,
            cell: (row: Row) => row[key] || <span className="text-ink-muted">–</span>,
          })),
        ]}
      />
    </FeedbackPages>
  );
}

/** A number, and beside it how it compares with the largest one. */
function Share({ of, most }: { of: number; most: number }) {
  return (
    <span className="flex items-center gap-2 tabular-nums">
      <span className="w-8 text-end">{of}</span>
      <span aria-hidden className="hidden h-2 w-24 rounded-xs bg-sunken sm:block">
        <span
          className="block h-full rounded-xs bg-accent-fill"
          style={{ width: `${(of / most) * 100}%` }}
        />
      </span>
    </span>
  );
}
