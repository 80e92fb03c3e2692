import { ListFilter, Search } from "lucide-react";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/cn";
import { controlStyle } from "@/components/ui/control-style";
import { KIND_WORDS, THREAD_KINDS } from "@/lib/feedback/kinds";
import { OUTCOMES, OUTCOME_WORDS } from "@/lib/feedback/outcomes";
import { FilterChips } from "./filter-chips";
import { filterChipsOf, type FilterField } from "./filter-chips-of";
import type { FilterWords } from "./filter-words";

export interface ThreadFilterProps {
  action: string;
  releases: string[];
  clauses: { uid: string; title: string }[];
  values: FilterWords;
  /** Further choices of those who look after threads. */
  isInbox?: boolean;
}

/**
 * Which threads are listed: words to look for, and everything else behind one button. A plain form, so that
 * every choice is an address; what is chosen stands below in words.
 */
export function ThreadFilter(props: ThreadFilterProps) {
  const { action, values, isInbox = false } = props;
  const fields = fieldsOf(props);
  const chips = filterChipsOf(action, values, [
    ...fields,
    { name: "landed", label: "Changed the text of", options: [] },
    { name: "words", label: "Words", options: [] },
  ]);
  const chosen = fields.filter(({ name }) => values[name]).length;
  return (
    <div className="flex flex-col gap-3">
      {/* Anew with every choice: what somebody chose and did not ask for does not stay in the fields. */}
      <form
        key={JSON.stringify(values)}
        action={action}
        role="search"
        className="relative flex min-w-0 gap-2"
      >
        <label className="relative min-w-0 flex-1 sm:max-w-md">
          <span className="sr-only">Words</span>
          <Search
            aria-hidden
            className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-muted"
          />
          <input
            type="search"
            name="words"
            placeholder="Words in threads"
            defaultValue={values.words}
            className={cn(controlStyle, "h-9 ps-9")}
          />
        </label>
        {/* On a phone its keyboard has such a key, and the words need the room. */}
        <button
          type="submit"
          className={cn(buttonStyle({ variant: "secondary" }), "max-sm:hidden")}
        >
          Search
        </button>
        <details className="group">
          <summary
            className={cn(
              buttonStyle({ variant: "secondary" }),
              "cursor-pointer list-none group-open:bg-sunken [&::-webkit-details-marker]:hidden",
            )}
          >
            <ListFilter aria-hidden />
            Filter
            {chosen > 0 && (
              <span className="rounded-full bg-accent-wash px-1.5 text-xs text-accent tabular-nums">
                {chosen}
              </span>
            )}
          </summary>
          <div className="absolute inset-x-0 top-full z-20 mt-2 grid grid-cols-2 items-end gap-3 rounded-md border border-line bg-raised p-4 shadow-overlay sm:max-w-2xl sm:grid-cols-3">
            {fields.map((field) => (
              <Choice key={field.name} field={field} value={values[field.name]} />
            ))}
            {values.landed && <input type="hidden" name="landed" value={values.landed} />}
            <button
              type="submit"
              className={cn(buttonStyle({ variant: "primary" }), "sm:col-start-3")}
            >
              Show
            </button>
          </div>
        </details>
      </form>
      <FilterChips chips={chips} resetHref={isUsual(values, isInbox) ? null : action} />
    </div>
  );
}

function fieldsOf({ releases, clauses, isInbox }: ThreadFilterProps): FilterField[] {
  const all = { value: "", words: "All" };
  return [
    {
      name: "status",
      label: "State",
      options: [
        all,
        { value: "open", words: "Open" },
        { value: "settled", words: "Settled" },
        ...OUTCOMES.map((value) => ({ value, words: OUTCOME_WORDS[value].name })),
      ],
    },
    {
      name: "kind",
      label: "Kind",
      options: [all, ...THREAD_KINDS.map((value) => ({ value, words: KIND_WORDS[value].name }))],
    },
    {
      name: "clause",
      label: "Clause",
      options: [all, ...clauses.map(({ uid, title }) => ({ value: uid, words: title }))],
    },
    {
      name: "release",
      label: "Release",
      options: [all, ...releases.map((label) => ({ value: label, words: label }))],
    },
    ...(isInbox ? INBOX_FIELDS : []),
    {
      name: "sort",
      label: "Order",
      options: [
        { value: "", words: "Newest first" },
        { value: "oldest", words: "Oldest first" },
        { value: "support", words: "Most supported" },
      ],
    },
  ];
}

const INBOX_FIELDS: FilterField[] = [
  {
    name: "care",
    label: "Looked after by",
    options: [
      { value: "", words: "Anybody" },
      { value: "me", words: "Me" },
      { value: "nobody", words: "Nobody yet" },
    ],
  },
  {
    name: "age",
    label: "Age",
    options: [
      { value: "", words: "Any" },
      { value: "7", words: "A week or more" },
      { value: "30", words: "A month or more" },
    ],
  },
];

/** Whether the list is as one finds it: everything, or in the inbox what is open, oldest first. */
function isUsual(values: FilterWords, isInbox: boolean): boolean {
  const usual: Partial<FilterWords> = isInbox ? { status: "open", sort: "oldest" } : {};
  return Object.entries(values).every(
    ([name, value]) => value === (usual[name as keyof FilterWords] ?? ""),
  );
}

function Choice({ field: { name, label, options }, value }: { field: FilterField; value: string }) {
  return (
    <label className="flex min-w-0 flex-col gap-1 text-sm text-ink-muted">
      {label}
      <select
        name={name}
        defaultValue={value}
        className={cn(controlStyle, "h-9 w-full min-w-0 truncate")}
      >
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
