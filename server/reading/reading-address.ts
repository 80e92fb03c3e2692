import { PLACES_OF_A_RELEASE, PLACES_OF_A_SPEC } from "@/lib/spec/places";

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
);

export type Format = "json" | "md";

/**
 * Reads the path of an address.
 *
 * @param path With its slash at the start, without a query.
 * @returns Null for all that is none of ours.
 */
export function readingAddress(path: string): ReadingAddress | null {
  const parts = decoded(path);
  const [slug, second, third, ...rest] = parts ?? [];
  if (slug === undefined || rest.length > 0) return null;
  if (third !== undefined) return second === undefined ? null : underRelease(slug, second, third);
  if (second !== undefined) return underSpec(slug, second);
  const { name, format } = withFormat(slug);
  if (!isSlug(name)) return null;
  return format
    ? { kind: "document", slug: name, label: null, format }
    : { kind: "release", slug: name, label: null };
}

function underSpec(slug: string, second: string): ReadingAddress | null {
  if (!isSlug(slug)) return null;
  if (second === "releases") return { kind: "releases", slug };
  if (second === "releases.json") return { kind: "releaseList", slug };
  if (second === "feed.xml") return { kind: "feed", slug };
  if (second === "llms.txt") return { kind: "llms", slug };
  const { name, format } = withFormat(second);
  if (PLACES_OF_A_SPEC.has(name) && name !== "latest") return null;
  const label = name === "latest" ? null : name;
  return format ? { kind: "document", slug, label, format } : { kind: "release", slug, label };
}

function underRelease(slug: string, second: string, third: string): ReadingAddress | null {
  if (!isSlug(slug)) return null;
  if (second === "releases") return { kind: "record", slug, record: third };
  if (second === "feed") {
    return third.endsWith(".xml") ? { kind: "clauseFeed", slug, clause: third.slice(0, -4) } : null;
  }
  if (PLACES_OF_A_SPEC.has(second) && second !== "latest") return null;
  const label = second === "latest" ? null : second;
  if (third === "evaluations") return { kind: "evaluations", slug, label };
  if (third === "blocks.json") return { kind: "blocks", slug, label };
  // Pages of other rooms.
  if (PLACES_OF_A_RELEASE.has(third)) return null;
  const { name, format } = withFormat(third);
  return format
    ? { kind: "clauseDocument", slug, label, clause: name, format }
    : { kind: "clause", slug, label, clause: name };
}

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
