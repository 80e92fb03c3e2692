import type { ReactNode } from "react";
import type { DiffParts } from "./diff-parts";

export interface FilterChipProps {
  Link: DiffParts["Link"];
  href: string;
  on: boolean;
  count?: number;
  children: ReactNode;
}

/** A filter that stands in the address: a link, so it works without scripts and can be shared. */
export function FilterChip({ Link, href, on, count, children }: FilterChipProps) {
  return (
    <Link href={href} aria-current={on ? "true" : undefined} className="diff-chip">
      {children}
      {count !== undefined && <small>{count}</small>}
    </Link>
  );
}
