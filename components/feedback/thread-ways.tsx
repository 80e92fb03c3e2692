export interface ThreadWaysProps {
  /** Address of the thread. */
  here: string;
  page: number;
  perPage: number;
  total: number;
  /** Where the official answer stands, if there is one. */
  official: { number: number; page: number } | null;
}

// So many comments are seen at a glance.
const FEW = 3;

/** In a long thread: where one is in it, and the way to what most people come for. */
export function ThreadWays({ here, page, perPage, total, official }: ThreadWaysProps) {
  const lastPage = Math.ceil(total / perPage);
  if (total <= FEW || (lastPage === 1 && !official)) return null;
  const addressOf = (of: number) => (of === page ? "" : `${here}?page=${of}`);
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-muted">
      {lastPage > 1 && (
        <span>
          Comments {(page - 1) * perPage + 1} to {Math.min(page * perPage, total)} of {total}
        </span>
      )}
      {official && (
        <a href={`${addressOf(official.page)}#comment-${official.number}`} className="link">
          The official answer
        </a>
      )}
      {page < lastPage && (
        <a href={addressOf(lastPage)} className="link">
          The newest
        </a>
      )}
    </p>
  );
}
