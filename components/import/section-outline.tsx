import { AuthorityBadge } from "@/components/authority/authority-badge";
import type { OutlineEntry } from "@/lib/spec/outline";

/** The sections of a spec as a tree, each with its id and authority. Chapters fold. */
export function SectionOutline({ entries }: { entries: readonly OutlineEntry[] }) {
  return (
    <ul className="flex flex-col gap-0.5">
      {entries.map((entry) => (
        <li key={`${entry.number} ${entry.uid}`}>
          {entry.children.length === 0 ? (
            <p className="flex py-1 ps-5">
              <Line entry={entry} />
            </p>
          ) : (
            <details open={entry.level < 2} className="group/fold">
              <summary className="cursor-pointer rounded-sm py-1 marker:text-ink-muted">
                <span className="inline-flex w-[calc(100%-1.25rem)] align-top">
                  <Line entry={entry} />
                </span>
              </summary>
              <div className="ms-2 border-s border-line ps-2">
                <SectionOutline entries={entry.children} />
              </div>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function Line({ entry: { number, title, id, authority } }: { entry: OutlineEntry }) {
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 gap-y-0.5">
      <span className="text-sm text-ink-muted tabular-nums">{number}</span>
      <span className="min-w-0 wrap-anywhere">{title || "(no title)"}</span>
      {authority && <AuthorityBadge {...authority} />}
      {id && <code className="min-w-0 font-mono text-xs wrap-anywhere text-ink-muted">#{id}</code>}
    </span>
  );
}
