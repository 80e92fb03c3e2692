import type { ReactNode } from "react";
import { cn } from "./cn";

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the right, with figures of equal width. */
  numeric?: boolean;
  /** The cell that names the row: a row header, and the title of its card on a phone. */
  primary?: boolean;
  className?: string;
}

export interface DataTableProps<Row> {
  /** Names the table; visible only to screen readers unless `captionVisible`. */
  caption: ReactNode;
  captionVisible?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Shown in place of the rows when there are none. */
  empty?: ReactNode;
  /** On a phone the values of a row stand in two columns: for short ones, such as counts. */
  inPairs?: boolean;
  className?: string;
}

/** A dense table. Below 640 px each row becomes a card in which every value carries its column's name. */
export function DataTable<Row>({
  caption,
  captionVisible = false,
  columns,
  rows,
  rowKey,
  empty,
  inPairs = false,
  className,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  // Roles are spelled out because `display: block` on a phone takes the table's own ones away.
  return (
    <table role="table" className={cn("w-full border-collapse text-start max-sm:block", className)}>
      <caption
        className={captionVisible ? "pb-2 text-start font-semibold max-sm:block" : "sr-only"}
      >
        {caption}
      </caption>
      <thead role="rowgroup" className="max-sm:sr-only">
        <tr role="row" className="border-b border-line">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={cn(
                "px-3 py-2 text-start text-xs font-medium text-ink-muted first:ps-0 last:pe-0",
                column.numeric && "text-end",
              )}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-sm:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className={cn(
              "border-b border-line last:border-0 max-sm:py-3 max-sm:first:pt-0 max-sm:last:pb-0 sm:hover:bg-sunken/60",
              inPairs
                ? "max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-8 max-sm:[&>th]:col-span-2"
                : "max-sm:block",
            )}
          >
            {columns.map((column) => (
              <DataCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DataCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const Cell = column.primary ? "th" : "td";
  return (
    <Cell
      role={column.primary ? "rowheader" : "cell"}
      scope={column.primary ? "row" : undefined}
      className={cn(
        "px-3 py-2.5 text-start align-middle font-normal first:ps-0 last:pe-0",
        "max-sm:flex max-sm:items-center max-sm:justify-between max-sm:gap-4 max-sm:px-0 max-sm:py-1",
        column.primary && "font-medium",
        column.numeric && "tabular-nums sm:text-end",
        column.className,
      )}
    >
      {!column.primary && (
        <span aria-hidden className="shrink-0 text-ink-muted sm:hidden">
          {column.header}
        </span>
      )}
      <span className="min-w-0 max-sm:text-end in-[th]:max-sm:text-start">{column.cell(row)}</span>
    </Cell>
  );
}
