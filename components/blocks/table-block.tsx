import type { TableCellJson, TableJson, TableRowJson } from "@/lib/spec/block-json";
import type { BlockContext } from "./block-context";
import { Inline } from "./inline";

/** A table that scrolls by itself when it is wider than its column. */
export function TableBlock({ block, context }: { block: TableJson; context: BlockContext }) {
  const [first, ...rest] = block.content ?? [];
  const hasHead = first?.content?.some((cell) => cell.attrs.header) ?? false;
  const rows = hasHead ? rest : (block.content ?? []);
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label="Table">
      <table>
        {hasHead && first && (
          <thead>
            <Row row={first} context={context} />
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} row={row} context={context} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, context }: { row: TableRowJson; context: BlockContext }) {
  return (
    <tr {...context.identity(row.attrs.uid)}>
      {row.content?.map((cell, index) => (
        <Cell key={index} cell={cell} context={context} />
      ))}
    </tr>
  );
}

function Cell({ cell, context }: { cell: TableCellJson; context: BlockContext }) {
  const words = <Inline content={cell.content} context={context} />;
  const align = cell.attrs.align ?? undefined;
  return cell.attrs.header ? (
    <th scope="col" data-align={align}>
      {words}
    </th>
  ) : (
    <td data-align={align}>{words}</td>
  );
}
