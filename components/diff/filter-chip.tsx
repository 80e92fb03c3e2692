import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export interface FilterChipProps {
  href: string;
  on: boolean;
  count?: number;
  children: ReactNode;
}

/** A filter that stands in the address: a link, so it works without scripts and can be shared. */
export function FilterChip({ href, on, count, children }: FilterChipProps) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={on ? "true" : undefined}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-full border border-line bg-raised px-3 text-sm text-ink hover:border-line-strong aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:text-accent"
    >
      {on && <Check aria-hidden className="-ms-1 size-3.5" />}
      {children}
      {count !== undefined && <span className="tabular-nums">{count}</span>}
      {on && <span className="sr-only">, chosen</span>}
    </Link>
  );
}
