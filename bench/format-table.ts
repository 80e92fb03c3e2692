import type { BenchRow, BenchTable } from "./table";

const HEAD = { what: "", measured: "measured", peer: "peer", target: "to reach", ok: "" };

/** A table as lines of text in columns. Columns that no row fills are left out. */
export function formatTable({ title, notes = [], rows }: BenchTable): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const columns = (Object.keys(HEAD) as (keyof typeof HEAD)[]).filter((column) =>
    cells.slice(1).some((row) => row[column] !== ""),
  );
  const widths = columns.map((column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map((row) =>
    columns
      .map((column, index) => row[column].padEnd(widths[index]!))
      .join("  ")
      .trimEnd(),
  );
  const below = notes.map((note) => `  ${note}`);
  return [title, ...lines.map((line) => `  ${line}`), ...below].join("\n");
}

function cellsOf({ what, measured, peer = "", target = "", ok }: BenchRow) {
  return { what, measured, peer, target, ok: ok === undefined ? "" : ok ? "✓" : "✗" };
}
