import { readFilter, writeFilter, type DiffFilter } from "@/components/diff/diff-filter";
import { EXPORT_FORMATS, type ExportFormat } from "@/components/diff/export-comparison";

/** What an address below `/<spec>/<release>/compare` asks for. A label that is null is the newest release. */
export type ComparisonAddress =
  | { kind: "pickedPair"; from: string | null; to: string | null }
  | ({ kind: "comparison"; filter: DiffFilter } & Pair)
  | ({ kind: "comparisonFile"; format: ExportFormat; filter: DiffFilter } & Pair)
  /** Blocks of the newer text, by their places. */
  | ({ kind: "unchanged"; first: number; last: number } & Pair);

interface Pair {
  label: string | null;
  other: string | null;
}

/**
 * Reads the address of a comparison.
 *
 * @param label The release in front of `compare`.
 * @param rest What stands behind it, decoded.
 * @returns Null for what is none.
 */
export function comparisonAddress(
  label: string | null,
  [other, what, ...more]: readonly string[],
  query: URLSearchParams,
): ComparisonAddress | null {
  if (more.length > 0) return null;
  const asked = Object.fromEntries(query);
  if (other === undefined) {
    return {
      kind: "pickedPair",
      from: labelOf(asked["from"] ?? ""),
      to: labelOf(asked["to"] ?? ""),
    };
  }
  const pair = { label, other: labelOf(other) };
  const filter = readFilter(asked);
  if (what === undefined) return { kind: "comparison", ...pair, filter };
  if (what === "export") {
    const format = EXPORT_FORMATS.find((each) => each === asked["format"]) ?? "markdown";
    return { kind: "comparisonFile", ...pair, format, filter };
  }
  const range = /^(\d{1,6})-(\d{1,6})$/.exec(asked["blocks"] ?? "");
  return what === "unchanged" && range
    ? { kind: "unchanged", ...pair, first: Number(range[1]), last: Number(range[2]) }
    : null;
}

export const labelOf = (word: string): string | null => (word === "latest" ? null : word);

/**
 * The query of an address in its one form: whatever else somebody wrote asks for the same answer, and is
 * not to be kept in memory twice.
 */
export function comparisonQuery(address: ComparisonAddress): string {
  switch (address.kind) {
    case "pickedPair":
      return new URLSearchParams({
        from: address.from ?? "latest",
        to: address.to ?? "latest",
      }).toString();
    case "comparison":
      return writeFilter(address.filter).toString();
    case "comparisonFile": {
      const filter = writeFilter(address.filter).toString();
      return `format=${address.format}${filter ? `&${filter}` : ""}`;
    }
    case "unchanged":
      return `blocks=${address.first}-${address.last}`;
  }
}
