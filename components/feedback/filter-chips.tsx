import { X } from "lucide-react";
import Link from "next/link";
import type { FilterChip } from "./filter-chips-of";

export interface FilterChipsProps {
  chips: FilterChip[];
  /** The list as it is without any choice; left out where it is shown already. */
  resetHref: string | null;
}

/** What is chosen, in words; each choice is taken away with one click. */
export function FilterChips({ chips, resetHref }: FilterChipsProps) {
  if (chips.length === 0 && !resetHref) return null;
  return (
    <ul aria-label="Chosen" className="flex flex-wrap items-center gap-2 text-sm">
      {chips.map(({ name, label, value, href }) => (
        <li key={name} className="min-w-0">
          <Link
            href={href}
            scroll={false}
            aria-label={`${label}: ${value}. Take it away`}
            className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-accent bg-accent-wash ps-3 pe-2 text-accent hover:border-accent-strong hover:text-accent-strong"
          >
            <span className="min-w-0 truncate">
              <span className="max-sm:sr-only">{label}: </span>
              {value}
            </span>
            <X aria-hidden className="size-3.5 shrink-0" />
          </Link>
        </li>
      ))}
      {resetHref && (
        <li>
          <Link href={resetHref} scroll={false} className="link inline-flex min-h-8 items-center">
            Start over
          </Link>
        </li>
      )}
    </ul>
  );
}
