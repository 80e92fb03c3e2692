import { buttonStyle } from "@/components/ui/button-style";

export interface PageLinksProps {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** The way through a list that is longer than a page. */
export function PageLinks({ page, pages, hrefOf }: PageLinksProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex items-center gap-3">
      {page > 1 && (
        <a rel="prev" href={hrefOf(page - 1)} className={buttonStyle({ size: "sm" })}>
          Earlier page
        </a>
      )}
      <span className="text-sm text-ink-muted">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a rel="next" href={hrefOf(page + 1)} className={buttonStyle({ size: "sm" })}>
          Next page
        </a>
      )}
    </nav>
  );
}
