import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/cn";
import Link from "next/link";

export interface HistoryFilterProps {
  sections: readonly { uid: string; title: string; level: number }[];
  people: readonly { id: string; name: string }[];
  section: string | null;
  person: string | null;
  /** The page without a filter. */
  href: string;
}

/** Shows what happened to one section, or what one person wrote. Stands in the address. */
export function HistoryFilter({ sections, people, section, person, href }: HistoryFilterProps) {
  return (
    <form method="get" className="mb-6 grid grid-cols-2 items-end gap-2 sm:flex sm:flex-wrap">
      <Choice name="section" label="Section" all="All sections" value={section}>
        {sections.map(({ uid, title, level }) => (
          <option key={uid} value={uid}>
            {"\u2003".repeat(level - 1)}
            {title}
          </option>
        ))}
      </Choice>
      <Choice name="person" label="Written by" all="Everybody" value={person}>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <button
        type="submit"
        className={cn(buttonStyle({ variant: "secondary" }), "justify-self-start")}
      >
        Filter
      </button>
      {(section !== null || person !== null) && (
        <Link href={href} className="link self-center justify-self-end">
          Show everything
        </Link>
      )}
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  value: string | null;
  children: React.ReactNode;
}

function Choice({ name, label, all, value, children }: ChoiceProps) {
  return (
    <label className="grid min-w-0 gap-1 text-sm">
      <span className="text-ink-muted">{label}</span>
      <select
        key={value}
        name={name}
        defaultValue={value ?? ""}
        className="h-9 w-full min-w-0 truncate sm:w-56 rounded-sm border border-line-strong bg-raised px-2 text-base"
      >
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  );
}
