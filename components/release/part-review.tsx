import { CommentDialog, type ListPassages, type OpenThread } from "./comment-dialog";
import { PartControls, type PartDeeds } from "./part-controls";
import type { ReviewPart, ReviewThread } from "./review-types";
import { ThreadList, type ThreadDeeds } from "./thread-list";

export interface ReviewDeeds extends Omit<PartDeeds, "may">, Omit<ThreadDeeds, "may"> {
  may: PartDeeds["may"] & ThreadDeeds["may"];
  open: OpenThread;
  listPassages: ListPassages;
}

export interface PartReviewProps {
  part: ReviewPart;
  deeds: ReviewDeeds;
  threads: readonly ReviewThread[];
}

// It stands inside the set text of the spec, and is none of it: lists and paragraphs are its own.
const APART = "[&_:is(ol,ul)]:m-0 [&_:is(ol,ul)]:list-none [&_:is(ol,ul)]:p-0 [&_:is(p,li)]:m-0";

/** What a review adds to a part: its state, what one can do, and what was said. */
export function PartReview({ part, deeds, threads }: PartReviewProps) {
  const { candidate, diffVersion, may, tick, approve, requestChanges, markEditorial } = deeds;
  const { answer, resolve, takeUp } = deeds;
  const own = threads.filter((thread) => thread.part === part.key);
  return (
    <div
      id={`part-${part.change.slice(0, 12)}`}
      className={`flex w-full scroll-mt-16 flex-col gap-3 font-sans text-base ${APART}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <PartControls
          // Made anew when the candidate is another: a tick belongs to one change.
          key={part.change}
          part={part}
          deeds={{ candidate, diffVersion, may, tick, approve, requestChanges, markEditorial }}
        />
        {may.comment && (
          <CommentDialog
            candidateId={candidate.id}
            part={part}
            listPassages={deeds.listPassages}
            open={deeds.open}
          />
        )}
      </div>
      {own.length > 0 && (
        <ThreadList
          threads={own}
          deeds={{ may: { comment: may.comment, takeUp: may.takeUp }, answer, resolve, takeUp }}
        />
      )}
    </div>
  );
}
