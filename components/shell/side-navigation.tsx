"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export interface NavItem {
  label: string;
  href: string;
  icon?: ReactNode;
  /** Something waits there: a number, shown only above zero. */
  count?: number;
}

export interface NavSection {
  title?: string;
  items: NavItem[];
}

export interface SideNavigationProps {
  sections: NavSection[];
  onNavigate?: () => void;
}

/** The places one can go from here; the one whose address is the longest start of this page's is marked. */
export function SideNavigation({ sections, onNavigate }: SideNavigationProps) {
  const current = currentHref(
    usePathname(),
    sections.flatMap((section) => section.items.map((item) => item.href)),
  );
  return (
    <nav aria-label="Places" className="flex flex-col gap-5">
      {sections.map((section, index) => (
        <div key={section.title ?? index}>
          {section.title && (
            <p className="px-2.5 pb-1 text-xs font-medium text-ink-muted">{section.title}</p>
          )}
          <ul className="flex flex-col gap-px">
            {section.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  onClick={onNavigate}
                  aria-current={item.href === current ? "page" : undefined}
                  className={cn(
                    "flex min-h-9 items-center gap-2.5 rounded-sm px-2.5 text-ink-muted hover:bg-sunken hover:text-ink [&_svg]:size-4 [&_svg]:shrink-0",
                    "aria-[current]:bg-accent-wash aria-[current]:font-medium aria-[current]:text-accent",
                  )}
                >
                  {item.icon}
                  {item.label}
                  {Boolean(item.count) && (
                    <span className="ms-auto text-xs tabular-nums">{item.count}</span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The address among `hrefs` that is this page or the nearest page above it. */
export function currentHref(pathname: string, hrefs: string[]) {
  return hrefs
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
