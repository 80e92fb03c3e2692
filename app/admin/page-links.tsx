import { ButtonLink } from "@/components/ui/button-link";
import { PEOPLE_PER_PAGE } from "@/lib/data/people";

interface PageLinksProps {
  page: number;
  total: number;
  words: string;
}

/** Back and forth in a list of people; nothing when one page holds all. */
export function PageLinks({ page, total, words }: PageLinksProps) {
  const pages = Math.ceil(total / PEOPLE_PER_PAGE);
  if (pages <= 1) return null;
  const address = (to: number) =>
    `/admin?${new URLSearchParams({ ...(words && { q: words }), page: String(to) })}`;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-between gap-4">
      {page > 1 ? <ButtonLink href={address(page - 1)}>Previous</ButtonLink> : <span />}
      <p className="text-sm text-ink-muted">
        Page {page} of {pages}, {total} people
      </p>
      {page < pages ? <ButtonLink href={address(page + 1)}>Next</ButtonLink> : <span />}
    </nav>
  );
}
