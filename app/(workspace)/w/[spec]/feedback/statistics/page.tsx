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

/** Which clauses are spoken about most, and how. */
export default async function StatisticsPage(props: SpecPageProps) {
  const opened = await openInbox(props, "/statistics");
  const rows = await listClauseStatistics(opened.spec.id);
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
          { key: "threads", header: "Threads", numeric: true, cell: (row) => row.threads },
          { key: "open", header: "Open", numeric: true, cell: (row) => row.open },
          { key: "questions", header: "Questions", numeric: true, cell: (row) => row.questions },
          { key: "problems", header: "Problems", numeric: true, cell: (row) => row.problems },
          {
            key: "suggestions",
            header: "Suggestions",
            numeric: true,
            cell: (row) => row.suggestions,
          },
          { key: "supports", header: "Support", numeric: true, cell: (row) => row.supports },
          {
            key: "supporters",
            header: "Think so too",
            numeric: true,
            cell: (row) => row.supporters,
          },
        ]}
      />
    </FeedbackPages>
  );
}
