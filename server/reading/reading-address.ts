import { PLACES_OF_A_RELEASE, PLACES_OF_A_SPEC } from "@/lib/spec/places";
import {
  comparisonAddress,
  comparisonQuery,
  labelOf,
  type ComparisonAddress,
} from "./comparison-address";

/** What an address in front of Next asks for. `label` null is the newest release. */
export type ReadingAddress = { slug: string } & (
  | { kind: "release"; label: string | null }
  | { kind: "document"; label: string | null; format: Format }
  | { kind: "clause"; label: string | null; clause: string }
  | { kind: "clauseDocument"; label: string | null; clause: string; format: Format }
  | { kind: "evaluations"; label: string | null }
  | { kind: "blocks"; label: string | null }
  | { kind: "releases" }
  | { kind: "record"; record: string }
  | { kind: "releaseList" }
  | { kind: "feed" }
  | { kind: "clauseFeed"; clause: string }
  | { kind: "llms" }
  | ComparisonAddress
);

export type Format = "json" | "md";

/**
 * Reads an address.
 *
 * @param url From the slash at its start. Only comparisons look at the query.
 * @returns Null for all that is none of ours.
 */
export function readingAddress(url: string): ReadingAddress | null {
  const [path, query] = splitUrl(url);
  const parts = decoded(path);
  const [slug, second, third, ...rest] = parts ?? [];
  if (slug === undefined) return null;
  if (second !== undefined && third === "compare") {
    if (!isSlug(slug) || !isRelease(second)) return null;
    const address = comparisonAddress(labelOf(second), rest, new URLSearchParams(query));
    return address && { slug, ...address };
  }
  if (rest.length > 0) return null;
  if (third !== undefined) return second === undefined ? null : underRelease(slug, second, third);
  if (second !== undefined) return underSpec(slug, second);
  const { name, format } = withFormat(slug);
  if (!isSlug(name)) return null;
  return format
    ? { kind: "document", slug: name, label: null, format }
    : { kind: "release", slug: name, label: null };
}

/** What names the answer to a request: its path and, for a comparison, its query in the one form of it. */
export function addressKey(url: string): string {
  const [path, query] = splitUrl(url);
  if (query === "" || !isComparison(path)) return path;
  const address = readingAddress(url);
  const own = address && isOfPair(address) ? comparisonQuery(address) : "";
  return own ? `${path}?${own}` : path;
}

const OF_PAIR: ReadonlySet<string> = new Set<ComparisonAddress["kind"]>([
  "pickedPair",
  "comparison",
  "comparisonFile",
  "unchanged",
]);

/** Whether an address asks for something about two releases. */
export const isOfPair = (
  address: ReadingAddress,
): address is Extract<ReadingAddress, ComparisonAddress> => OF_PAIR.has(address.kind);

/** Whether it leads below `/<spec>/<release>/compare`. */
export const isComparison = (path: string): boolean =>
  /^\/[^/]+\/[^/]+\/compare(?![^/?])/.test(path);

function splitUrl(url: string): [path: string, query: string] {
  const at = url.indexOf("?");
  return at < 0 ? [url, ""] : [url.slice(0, at), url.slice(at + 1)];
}

function underSpec(slug: string, second: string): ReadingAddress | null {
  if (!isSlug(slug)) return null;
  if (second === "releases") return { kind: "releases", slug };
  if (second === "releases.json") return { kind: "releaseList", slug };
  if (second === "feed.xml") return { kind: "feed", slug };
  if (second === "llms.txt") return { kind: "llms", slug };
  const { name, format } = withFormat(second);
  if (!isRelease(name)) return null;
  const label = labelOf(name);
  return format ? { kind: "document", slug, label, format } : { kind: "release", slug, label };
}

function underRelease(slug: string, second: string, third: string): ReadingAddress | null {
  if (!isSlug(slug)) return null;
  if (second === "releases") return { kind: "record", slug, record: third };
  if (second === "feed") {
    return third.endsWith(".xml") ? { kind: "clauseFeed", slug, clause: third.slice(0, -4) } : null;
  }
  if (!isRelease(second)) return null;
  const label = labelOf(second);
  if (third === "evaluations") return { kind: "evaluations", slug, label };
  if (third === "blocks.json") return { kind: "blocks", slug, label };
  // Pages of other rooms.
  if (PLACES_OF_A_RELEASE.has(third)) return null;
  const { name, format } = withFormat(third);
  return format
    ? { kind: "clauseDocument", slug, label, clause: name, format }
    : { kind: "clause", slug, label, clause: name };
}

const isRelease = (part: string): boolean => part === "latest" || !PLACES_OF_A_SPEC.has(part);

function withFormat(part: string): { name: string; format: Format | null } {
  const match = /^(.+)\.(json|md)$/.exec(part);
  return match ? { name: match[1]!, format: match[2] as Format } : { name: part, format: null };
}

/** The parts between slashes; null for what is no proper path. */
function decoded(path: string): string[] | null {
  if (!path.startsWith("/") || path.length > 1_000) return null;
  try {
    const parts = path.slice(1).split("/").map(decodeURIComponent);
    return parts.every((part) => part !== "" && part !== "." && part !== "..") ? parts : null;
  } catch {
    return null;
  }
}

const isSlug = (part: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(part);
