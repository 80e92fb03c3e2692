import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/cn";
import { controlStyle } from "@/components/ui/control-style";
import { KIND_WORDS, THREAD_KINDS } from "@/lib/feedback/kinds";
import { OUTCOMES, OUTCOME_WORDS } from "@/lib/feedback/outcomes";

/** What is chosen in each field; empty where nothing is. */
export interface FilterWords {
  status: string;
  kind: string;
  clause: string;
  release: string;
  /** The release in which the text changed. */
  landed: string;
  /** In the inbox: who looks after it, and how many days it is old at least. */
  care: string;
  age: string;
  sort: string;
  words: string;
}

export interface ThreadFilterProps {
  action: string;
  releases: string[];
  clauses: { uid: string; title: string }[];
  values: FilterWords;
  /** Further choices of those who look after threads. */
  isInbox?: boolean;
}

/** Which threads are listed: a plain form, so that every choice is an address. */
export function ThreadFilter({
  action,
  releases,
  clauses,
  values,
  isInbox = false,
}: ThreadFilterProps) {
  return (
    <form
      action={action}
      className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))]"
      role="search"
    >
      <Choice label="State" name="status" value={values.status}>
        <option value="">All</option>
        <option value="open">Open</option>
        <option value="settled">Settled</option>
        {OUTCOMES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {OUTCOME_WORDS[outcome].name}
          </option>
        ))}
      </Choice>
      <Choice label="Kind" name="kind" value={values.kind}>
        <option value="">All</option>
        {THREAD_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_WORDS[kind].name}
          </option>
        ))}
      </Choice>
      <Choice label="Clause" name="clause" value={values.clause}>
        <option value="">All</option>
        {clauses.map(({ uid, title }) => (
          <option key={uid} value={uid}>
            {title}
          </option>
        ))}
      </Choice>
      <Choice label="Release" name="release" value={values.release}>
        <option value="">All</option>
        {releases.map((label) => (
          <option key={label}>{label}</option>
        ))}
      </Choice>
      {isInbox && (
        <>
          <Choice label="Looked after by" name="care" value={values.care}>
            <option value="">Anybody</option>
            <option value="me">Me</option>
            <option value="nobody">Nobody yet</option>
          </Choice>
          <Choice label="Age" name="age" value={values.age}>
            <option value="">Any</option>
            <option value="7">A week or more</option>
            <option value="30">A month or more</option>
          </Choice>
        </>
      )}
      <Choice label="Order" name="sort" value={values.sort}>
        <option value="">Newest first</option>
        <option value="oldest">Oldest first</option>
        <option value="support">Most supported</option>
      </Choice>
      {values.landed && <input type="hidden" name="landed" value={values.landed} />}
      <div className="col-span-2 flex min-w-0 items-end gap-3">
        <label className="flex min-w-0 flex-1 flex-col gap-1 text-sm text-ink-muted">
          Words
          <input
            type="search"
            name="words"
            defaultValue={values.words}
            className={cn(controlStyle, "h-9 min-w-0")}
          />
        </label>
        <button type="submit" className={buttonStyle({ variant: "secondary" })}>
          Show
        </button>
      </div>
    </form>
  );
}

function Choice({
  label,
  name,
  value,
  children,
}: {
  label: string;
  name: string;
  value: string;
  children: React.ReactNode;
}) {
  return (
    <label className="flex min-w-0 flex-col gap-1 text-sm text-ink-muted">
      {label}
      <select
        name={name}
        defaultValue={value}
        className={cn(controlStyle, "h-9 w-full min-w-0 truncate")}
      >
        {children}
      </select>
    </label>
  );
}
