import type { TableAlign, TableCellJson, TableJson, TableRowJson } from "@/lib/spec/block-json";
import type { LeafToken, LineSlice } from "../blocks/block-token";
import { splitCells } from "../blocks/table-lines";
import { contentOf, type Builder } from "./builder";

type TableToken = LeafToken & { kind: "table" };

export function buildTable(token: TableToken, builder: Builder): TableJson {
  const uid = builder.uid(token.line);
  const { start, end, rows } = token;
  const content = rows.map((row, index) => buildRow(row, index, token, builder));
  return builder.place(
    { type: "table", attrs: { uid }, ...contentOf(content) },
    { start, end, parts: {} },
  );
}

/** The first row spans the line under it as well. */
function buildRow(
  row: LineSlice,
  index: number,
  token: TableToken,
  builder: Builder,
): TableRowJson {
  const header = index === 0;
  const uid = builder.uid(token.line + index + (header ? 0 : 1));
  const cells = splitCells(builder.lineText(row)).map((source, column) =>
    buildCell(source, header, token.aligns[column] ?? null, builder),
  );
  const start = header ? token.start : row.start;
  const end = header ? token.delimiter.end : row.end;
  return builder.leaf({ type: "tableRow", attrs: { uid }, ...contentOf(cells) }, { start, end });
}

function buildCell(
  source: string,
  header: boolean,
  align: TableAlign,
  builder: Builder,
): TableCellJson {
  const content = builder.inlineOf(source.replaceAll("\\|", "|"), true);
  return { type: "tableCell", attrs: { header, align }, ...contentOf(content) };
}
