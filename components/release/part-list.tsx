import Link from "next/link";
import { PartTitle } from "./part-title";
import { partGroups, type PartGroup } from "./part-groups";
import { list, plural } from "./review-words";
import type { ReviewPart } from "./review-types";
import { PartBadge } from "./state-badge";

export interface PartListProps {
  parts: readonly ReviewPart[];
  hrefOf: (part: ReviewPart) => string;
}

/** So many lines are seen at a glance, so nothing of them is folded away. */
const FEW = 15;

/**
 * Every change of a candidate with where it stands, by what it waits for: what is pressing first, what is
 * approved last and, where there is much, folded.
 */
export function PartList({ parts, hrefOf }: PartListProps) {
  return (
    <div className="flex flex-col gap-6">
      {partGroups(parts).map((group) => (
        <details
          key={`${group.state} ${group.words ?? ""}`}
          open={group.state !== "approved" || parts.length <= FEW}
        >
          <summary className="cursor-pointer rounded-xs py-1">
            <span className="inline-flex w-[calc(100%-1.5rem)] flex-wrap items-center gap-x-2.5 gap-y-1 align-top">
              <PartBadge state={group.state} />
              <span className="text-sm text-ink-muted">{plural(group.parts.length, "change")}</span>
              {group.words && <span className="w-full text-sm text-pretty">{group.words}</span>}
            </span>
          </summary>
          <Lines group={group} hrefOf={hrefOf} />
        </details>
      ))}
    </div>
  );
}

function Lines({ group, hrefOf }: { group: PartGroup; hrefOf: PartListProps["hrefOf"] }) {
  return (
    <ol className="mt-1.5 divide-y divide-line border-y border-line">
      {group.parts.map((part) => (
        <li key={part.key} className="py-2">
          <Link href={hrefOf(part)} className="rounded-xs hover:underline">
            <PartTitle part={part} />
          </Link>
          <PartFacts part={part} />
        </li>
      ))}
    </ol>
  );
}

function PartFacts({ part: { approvedBy, unexplained } }: { part: ReviewPart }) {
  if (approvedBy.length === 0 && !unexplained) return null;
  return (
    <p className="mt-0.5 text-sm text-pretty text-ink-muted">
      {approvedBy.length > 0 && <>Approved by {list(approvedBy.map(({ name }) => name))}. </>}
      {unexplained && "The notes do not mention it."}
    </p>
  );
}
