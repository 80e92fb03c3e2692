import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { absoluteTime } from "@/components/ui/relative-time";
import { groupRevisions, type Stretch } from "./group-revisions";
import { KIND_NAMES, type RevisionEntry } from "./revision-entry";

export interface TimelineProps {
  /** Newest first. */
  revisions: readonly RevisionEntry[];
  /** `/w/<spec>` */
  base: string;
  /** Whether stretches of work are folded; a filtered list shows each by itself. */
  folded: boolean;
}

/** What happened to a draft, by day. */
export function Timeline({ revisions, base, folded }: TimelineProps) {
  return groupRevisions(revisions, folded).map(({ date, stretches }) => (
    <section key={date} aria-labelledby={`day-${date}`} className="mb-8">
      <h2 id={`day-${date}`} className="mb-1 text-sm font-semibold text-ink-muted">
        {absoluteTime(new Date(date))}
      </h2>
      <ol className="divide-y divide-line border-y border-line">
        {stretches.map((stretch) => (
          <li key={stretch.last.number}>
            <Entry stretch={stretch} base={base} />
          </li>
        ))}
      </ol>
    </section>
  ));
}

function Entry({
  stretch: { last, revisions },
  base,
}: {
  stretch: Stretch<RevisionEntry>;
  base: string;
}) {
  const first = revisions.at(-1)!;
  const kind = KIND_NAMES[last.kind];
  const compared = first.number - 1;
  const several = revisions.length > 1;
  const uids = [...new Set(revisions.flatMap(({ sections }) => sections.map(({ uid }) => uid)))];
  return (
    <article
      data-sections={uids.join(" ")}
      className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[4.5rem_1fr_auto]"
    >
      <p className="pt-0.5 text-sm text-ink-muted tabular-nums">
        {clock(last.at)}
        {several && <span className="sr-only"> since {clock(first.at)}</span>}
      </p>
      <div className="min-w-0">
        <h3 className={cn("text-pretty", last.name ? "text-md" : "font-medium")}>
          <Link href={`${base}/history/${last.number}`} className="hover:underline">
            {last.name ? (
              <b className="font-semibold">{last.name}</b>
            ) : several ? (
              last.runSummary
            ) : (
              last.summary
            )}
          </Link>{" "}
          {kind && <Badge>{kind}</Badge>}
        </h3>
        {last.name && <p>{several ? last.runSummary : last.summary}</p>}
        {last.kind !== "start" && <Places revisions={revisions} base={base} />}
        <People revision={last} />
        {several && <Moments revisions={revisions} base={base} />}
      </div>
      <p className="flex items-start gap-4 text-sm">
        {compared > 0 && (
          <Link
            className="link"
            prefetch={false}
            href={`${base}/compare?from=@${compared}&to=@${last.number}`}
          >
            What changed
          </Link>
        )}
      </p>
    </article>
  );
}

const MOST_NAMED = 4;

/** Where it happened, each place leading to its own history. */
function Places({ revisions, base }: { revisions: readonly RevisionEntry[]; base: string }) {
  const byUid = new Map(
    revisions.flatMap(({ sections }) => sections.map((section) => [section.uid, section] as const)),
  );
  const named = [...byUid.values()].filter(({ title }) => title !== "");
  if (named.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 text-sm text-ink-muted">
      {named.slice(0, MOST_NAMED).map(({ uid, sectionId, title }) => (
        <li key={uid}>
          <Link
            href={`${base}/history/clause/${encodeURIComponent(sectionId ?? uid)}`}
            prefetch={false}
            className="inline-block min-h-6 underline decoration-line-strong underline-offset-4 hover:text-ink"
          >
            {title}
          </Link>
        </li>
      ))}
      {named.length > MOST_NAMED && <li>and {named.length - MOST_NAMED} more</li>}
    </ul>
  );
}

function People({ revision: { contributors, createdBy, kind } }: { revision: RevisionEntry }) {
  const people = contributors.length > 0 ? contributors : createdBy ? [createdBy] : [];
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name).join(", ");
  const other = createdBy && kind !== "pause" && !people.some(({ id }) => id === createdBy.id);
  return (
    <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-muted">
      <span className="flex -space-x-1">
        {people.slice(0, 5).map((person) => (
          <Avatar key={person.id} person={person} size="sm" decorative />
        ))}
      </span>
      {names}
      {other && `, kept by ${createdBy.name}`}
    </p>
  );
}

function Moments({ revisions, base }: { revisions: readonly RevisionEntry[]; base: string }) {
  return (
    <details className="mt-1 text-sm">
      <summary className="w-fit text-ink-muted">{revisions.length} moments in this stretch</summary>
      <ol className="mt-1 grid gap-1 ps-4">
        {revisions.map(({ number, at, summary }) => (
          <li key={number}>
            <Link className="link" href={`${base}/history/${number}`}>
              {clock(at)}
            </Link>{" "}
            {summary}
          </li>
        ))}
      </ol>
    </details>
  );
}

const clock = (at: Date) => `${at.toISOString().slice(11, 16)} UTC`;
