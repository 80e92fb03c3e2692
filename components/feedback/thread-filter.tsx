import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/cn";
import { controlStyle } from "@/components/ui/control-style";
import { KIND_WORDS, THREAD_KINDS } from "@/lib/feedback/kinds";
import { OUTCOMES, OUTCOME_WORDS } from "@/lib/feedback/outcomes";

export interface ThreadFilterProps {
  action: string;
  releases: string[];
  values: { status: string; kind: string; release: string; sort: string; words: string };
}

/** Which threads are listed: a plain form, so that every choice is an address. */
export function ThreadFilter({ action, releases, values }: ThreadFilterProps) {
  return (
    <form action={action} className="flex flex-wrap items-end gap-3" role="search">
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
      <Choice label="Release" name="release" value={values.release}>
        <option value="">All</option>
        {releases.map((label) => (
          <option key={label}>{label}</option>
        ))}
      </Choice>
      <Choice label="Order" name="sort" value={values.sort}>
        <option value="">Newest first</option>
        <option value="oldest">Oldest first</option>
        <option value="support">Most supported</option>
      </Choice>
      <label className="flex min-w-40 flex-1 flex-col gap-1 text-sm text-ink-muted">
        Words
        <input
          type="search"
          name="words"
          defaultValue={values.words}
          className={cn(controlStyle, "h-9")}
        />
      </label>
      <button type="submit" className={buttonStyle({ variant: "secondary" })}>
        Show
      </button>
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
    <label className="flex flex-col gap-1 text-sm text-ink-muted">
      {label}
      <select name={name} defaultValue={value} className={cn(controlStyle, "h-9 w-auto")}>
        {children}
      </select>
    </label>
  );
}
