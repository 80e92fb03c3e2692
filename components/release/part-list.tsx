import Link from "next/link";
import { PartTitle } from "./part-title";
import { list, missingWords } from "./review-words";
import type { ReviewPart } from "./review-types";
import { PartBadge } from "./state-badge";

export interface PartListProps {
  parts: readonly ReviewPart[];
  hrefOf: (part: ReviewPart) => string;
}

/** Every change of a candidate with where it stands: one line each, so that all of it is in view. */
export function PartList({ parts, hrefOf }: PartListProps) {
  return (
    <ol className="divide-y divide-line">
      {parts.map((part) => (
        <li
          key={part.key}
          className="grid gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_11rem]"
        >
          <div className="min-w-0">
            <Link href={hrefOf(part)} className="rounded-xs hover:underline">
              <PartTitle part={part} />
            </Link>
            <PartFacts part={part} />
          </div>
          <div className="sm:text-end">
            <PartBadge state={part.state} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function PartFacts({ part }: { part: ReviewPart }) {
  const missing = missingWords(part);
  const approved = part.approvedBy.map(({ name }) => name);
  return (
    <p className="mt-0.5 text-sm text-pretty text-ink-muted">
      {approved.length > 0 && <>Approved by {list(approved)}. </>}
      {missing}
      {part.unexplained && <> The notes do not mention it.</>}
    </p>
  );
}
