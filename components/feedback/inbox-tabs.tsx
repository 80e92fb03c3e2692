"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";

export interface InboxTabsProps {
  slug: string;
  counts: { open: number; moderation: number; placements: number };
  moderates: boolean;
}

/** The places of the inbox with what waits in each. */
export function InboxTabs({ slug, counts, moderates }: InboxTabsProps) {
  const path = usePathname();
  const base = `/w/${slug}/feedback`;
  const places = [
    { href: base, label: "Inbox", count: counts.open },
    { href: `${base}/placements`, label: "Placements", count: counts.placements },
    ...(moderates
      ? [{ href: `${base}/moderation`, label: "Moderation", count: counts.moderation }]
      : []),
    { href: `${base}/statistics`, label: "By clause", count: null },
  ];
  return (
    <nav aria-label="Feedback" className="mb-6 flex overflow-x-auto sm:gap-1 border-b border-line">
      {places.map(({ href, label, count }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? "page" : undefined}
          className={cn(
            "-mb-px flex min-h-9 shrink-0 items-center gap-1 border-b-2 sm:gap-1.5 border-transparent px-2 text-sm font-medium sm:px-3 sm:text-base text-ink-muted hover:text-ink focus-visible:-outline-offset-2",
            "aria-[current=page]:border-accent aria-[current=page]:text-ink",
          )}
        >
          {label}
          {count !== null && count > 0 && (
            <span className="rounded-full bg-sunken px-1.5 text-xs tabular-nums ring-1 ring-line ring-inset">
              {count}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
