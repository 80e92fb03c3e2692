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
  /** What can be done with a row: on a phone it stands beside the name. */
  corner?: boolean;
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

/**
 * A dense table. Below 640 px each row becomes a card: its name, and below it every value with its column's
 * name, as many on a line as there is room for.
 */
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
  const hasCorner = columns.some(({ corner }) => corner);
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
              "border-b border-line last:border-0 max-sm:gap-y-1 max-sm:py-3 max-sm:first:pt-0 max-sm:last:pb-0 sm:hover:bg-sunken/60",
              inPairs
                ? "max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-8 max-sm:[&>td]:justify-between max-sm:[&>th]:col-span-2"
                : "max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-4",
            )}
          >
            {columns.map((column) => (
              <DataCell key={column.key} column={column} row={row} hasCorner={hasCorner} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DataCellProps<Row> {
  column: Column<Row>;
  row: Row;
  hasCorner: boolean;
}

function DataCell<Row>({ column, row, hasCorner }: DataCellProps<Row>) {
  const Cell = column.primary ? "th" : "td";
  return (
    <Cell
      role={column.primary ? "rowheader" : "cell"}
      scope={column.primary ? "row" : undefined}
      className={cn(
        "px-3 py-2.5 text-start align-middle font-normal first:ps-0 last:pe-0",
        "max-sm:flex max-sm:min-w-0 max-sm:items-center max-sm:gap-1.5 max-sm:px-0 max-sm:py-0 max-sm:text-sm",
        column.primary && "font-medium max-sm:text-base",
        column.primary && (hasCorner ? "max-sm:flex-1 max-sm:basis-1/2" : "max-sm:w-full"),
        hasCorner && !column.primary && !column.corner && "max-sm:order-1",
        column.numeric && "tabular-nums sm:text-end",
        column.className,
      )}
    >
      {!column.primary && !column.corner && (
        <span aria-hidden className="shrink-0 text-ink-muted sm:hidden">
          {column.header}
        </span>
      )}
      <span className="min-w-0 max-sm:wrap-anywhere">{column.cell(row)}</span>
    </Cell>
  );
}
