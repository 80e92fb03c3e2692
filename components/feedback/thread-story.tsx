import { Time } from "@/components/ui/time";
import { outcomeSentence } from "@/lib/feedback/outcomes";
import type { DispositionView, PlacementView } from "@/lib/feedback/views";
import { LandedLink } from "./landed-link";
import { PlacementNote } from "./placement-note";

export interface ThreadStoryProps {
  spec: string;
  writtenOn: string;
  dispositions: DispositionView[];
  placements: PlacementView[];
  /** Id of the clause, for addresses. */
  sectionId?: string | null;
  /** For members: the revision of the draft that changed the text. */
  revision?: number | null;
}

/** What became of a thread: the decision that holds, those before it, and where it stands in later releases. */
export function ThreadStory({
  spec,
  writtenOn,
  dispositions,
  placements,
  sectionId = null,
  revision = null,
}: ThreadStoryProps) {
  const holds = dispositions.find(({ endedAt }) => endedAt === null);
  const former = dispositions.filter(({ endedAt }) => endedAt !== null);
  return (
    <>
      {holds && (
        <section
          aria-label="What became of it"
          className="rounded-md border border-line bg-sunken px-4 py-3.5"
        >
          <h2 className="text-md font-semibold">
            {outcomeSentence(holds.outcome, holds)}
            {holds.landedIn && (
              <>
                {" "}
                <LandedLink
                  {...{ spec, writtenOn, sectionId, landedIn: holds.landedIn }}
                  className="link text-base font-normal"
                />
              </>
            )}
          </h2>
          <p className="mt-1 max-w-measure text-md text-pretty wrap-anywhere">{holds.reason}</p>
          <p className="mt-1.5 text-sm text-ink-muted">
            Decided by those who write this spec, <Time at={holds.at} />
            {revision !== null && (
              <>
                {" "}
                ·{" "}
                <a href={`/w/${spec}/history/${revision}`} className="link">
                  Revision {revision} changed the text
                </a>
              </>
            )}
          </p>
        </section>
      )}
      {former.length > 0 && (
        <details className="text-sm">
          <summary className="inline-flex min-h-6 cursor-pointer items-center text-ink-muted">
            {former.length === 1 ? "One earlier decision" : `${former.length} earlier decisions`}
          </summary>
          <ul className="mt-2 flex flex-col gap-3">
            {former.map((one) => (
              <li key={one.at} className="max-w-measure">
                <b>{outcomeSentence(one.outcome, one)}</b>, <Time at={one.at} />: {one.reason}{" "}
                <span className="text-ink-muted">No longer holds: {one.endedBecause}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {placements.length > 0 && (
        <section aria-label="In later releases" className="flex flex-col gap-1.5">
          {placements.map((placement) => (
            <PlacementNote
              key={placement.release}
              spec={spec}
              writtenOn={writtenOn}
              placement={placement}
            />
          ))}
        </section>
      )}
    </>
  );
}
