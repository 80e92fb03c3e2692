import { writeFilter, type DiffFilter } from "@/components/diff/diff-filter";

/** The address of a comparison inside a spec. */
export function compareHref(slug: string, from: string, to: string, filter?: DiffFilter): string {
  const query = filter ? writeFilter(filter) : new URLSearchParams();
  // The two texts come first: people read addresses.
  const rest = query.toString();
  const pair = `from=${encodeWord(from)}&to=${encodeWord(to)}`;
  return `/w/${slug}/compare?${pair}${rest ? `&${rest}` : ""}`;
}

/** `@` may stand in a query as it is, and reads better so. */
const encodeWord = (word: string) => encodeURIComponent(word).replaceAll("%40", "@");
