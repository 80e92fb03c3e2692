import Link from "next/link";
import { cn } from "./cn";

export interface Crumb {
  label: string;
  /** Left out for the page one is on. */
  href?: string;
}

/** Where this page is. On a phone only the parent and the page itself remain. */
export function Breadcrumb({ crumbs, className }: { crumbs: Crumb[]; className?: string }) {
  return (
    <nav aria-label="Breadcrumb" className={cn("min-w-0", className)}>
      <ol className="flex min-w-0 items-center text-base">
        {crumbs.map((crumb, index) => (
          <li
            key={crumb.href ?? crumb.label}
            className={cn(
              "flex min-w-0 items-center",
              index < crumbs.length - 2 && "max-sm:hidden",
              // Parents give way first, down to a target that can still be hit. By so much that nothing is
              // left for the page to give: a hundredth of a pixel would cost it three letters.
              index === crumbs.length - 1 ? "shrink" : "min-w-12 shrink-9999",
            )}
          >
            {index > 0 && (
              <span
                aria-hidden
                className={cn(
                  "px-1.5 text-line-strong",
                  index === crumbs.length - 2 && "max-sm:hidden",
                )}
              >
                /
              </span>
            )}
            {crumb.href ? (
              <Link
                href={crumb.href}
                className="truncate rounded-xs py-1 text-ink-muted hover:text-ink hover:underline"
              >
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page" className="truncate font-medium">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
