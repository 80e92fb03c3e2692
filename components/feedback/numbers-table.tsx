import { DataTable } from "@/components/ui/data-table";

export interface NumbersRow {
  release: string;
  threads: number;
  open: number;
  landed: number;
  byOutcome: { adopted: number; clarified: number; deferred: number; set_aside: number };
}

/** What came in on each release and what became of it. */
export function NumbersTable({ spec, rows }: { spec: string; rows: NumbersRow[] }) {
  return (
    <DataTable
      caption="What became of threads, by the release they were written on"
      rows={rows}
      rowKey={({ release }) => release}
      inPairs
      columns={[
        {
          key: "release",
          header: "Release",
          primary: true,
          cell: ({ release }) => (
            <a href={`/${spec}/feedback?release=${encodeURIComponent(release)}`} className="link">
              {release}
            </a>
          ),
        },
        { key: "threads", header: "Threads", numeric: true, cell: ({ threads }) => threads },
        { key: "open", header: "Open", numeric: true, cell: ({ open }) => open },
        {
          key: "adopted",
          header: "Adopted",
          numeric: true,
          cell: ({ byOutcome }) => byOutcome.adopted,
        },
        {
          key: "clarified",
          header: "Clarified",
          numeric: true,
          cell: ({ byOutcome }) => byOutcome.clarified,
        },
        {
          key: "deferred",
          header: "Deferred",
          numeric: true,
          cell: ({ byOutcome }) => byOutcome.deferred,
        },
        {
          key: "set_aside",
          header: "Set aside",
          numeric: true,
          cell: ({ byOutcome }) => byOutcome.set_aside,
        },
        {
          key: "landed",
          header: "Changed its text",
          numeric: true,
          cell: ({ release, landed }) =>
            landed > 0 ? (
              <a
                href={`/${spec}/feedback?landed=${encodeURIComponent(release)}`}
                className="link inline-flex min-h-6 items-center"
              >
                {landed}
              </a>
            ) : (
              0
            ),
        },
      ]}
    />
  );
}
