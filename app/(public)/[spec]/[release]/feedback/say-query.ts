import { pageNumber } from "@/lib/page-number";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** In which order threads are shown; the first is what one gets without a word. */
export const ORDERS = [
  { value: "newest", words: "Newest" },
  { value: "oldest", words: "Oldest" },
  { value: "support", words: "Most supported" },
] as const;

const MOST_LETTERS = 4_000;

/** What the address of the page asks for: the place and its words, and which of what was said about it. */
export interface SayQuery {
  /** Ids of the section and of what is meant in it, as `findTarget` reads them. */
  on: string;
  exact: string;
  prefix: string;
  suffix: string;
  /** From 1. */
  page: number;
  sort: (typeof ORDERS)[number]["value"];
  /** The name of what was wrong with what was sent before; empty for nothing. */
  problem: string;
}

/** Reads what stands behind the question mark; what makes no sense counts as not said. */
export function readSayQuery(query: Query): SayQuery {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value.slice(0, MOST_LETTERS) : "";
  };
  return {
    on: text("on"),
    exact: text("exact"),
    prefix: text("prefix"),
    suffix: text("suffix"),
    page: pageNumber(text("page")),
    sort: ORDERS.find(({ value }) => value === text("sort"))?.value ?? "newest",
    problem: text("problem"),
  };
}
