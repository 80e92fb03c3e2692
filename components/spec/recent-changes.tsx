import Link from "next/link";
import { groupRevisions } from "@/components/history/group-revisions";
import type { RevisionEntry } from "@/components/history/revision-entry";
import { Time } from "@/components/ui/time";

const MOST = 5;

/** What happened to the draft lately: a line for each stretch of work. */
export function RecentChanges({
  revisions,
  base,
}: {
  revisions: readonly RevisionEntry[];
  base: string;
}) {
  const stretches = groupRevisions(revisions, true).flatMap((day) => day.stretches);
  return (
    <ol className="flex flex-col gap-3">
      {stretches.slice(0, MOST).map(({ last, revisions: own }) => {
        const people = last.contributors.length > 0 ? last.contributors : [last.createdBy];
        const names = people.flatMap((person) => person?.name ?? []).join(", ");
        return (
          <li key={last.number}>
            <p className="text-pretty">
              <Link href={`${base}/history/${last.number}`} className="hover:underline">
                {last.name ?? (own.length > 1 ? last.runSummary : last.summary)}
              </Link>
            </p>
            <p className="text-sm text-ink-muted">
              {names && `${names}, `}
              <Time at={last.at} />
            </p>
          </li>
        );
      })}
    </ol>
  );
}
