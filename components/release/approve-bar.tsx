import { ApproveDialog, type ApproveDialogProps } from "./approve-dialog";
import type { ReviewPart } from "./review-types";

export interface ApproveBarProps {
  candidate: ApproveDialogProps["candidate"];
  parts: readonly ReviewPart[];
  chapters: readonly { key: string; title: string }[];
  diffVersion: string;
  approve: ApproveDialogProps["approve"];
  mayApprove: boolean;
}

/** How far one's own review is, and approving all of it or a chapter at once. */
export function ApproveBar(props: ApproveBarProps) {
  const { candidate, parts, chapters, diffVersion, approve, mayApprove } = props;
  const viewed = parts.filter(({ mine }) => mine.viewed).length;
  const open = parts.filter(({ mine }) => !mine.approved && mine.hindrance === null);
  const ofChapter = (key: string) => open.filter(({ chapter }) => chapter === key);
  const dialog = (of: string, some: readonly ReviewPart[], variant?: "secondary") => (
    <ApproveDialog
      candidate={candidate}
      changes={some.map(({ change }) => change)}
      of={of}
      diffVersion={diffVersion}
      approve={approve}
      variant={variant}
    />
  );
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3 rounded-md border border-line bg-raised px-5 py-3.5">
      <p className="self-center">
        <span className="tabular-nums">
          {viewed} of {parts.length}
        </span>{" "}
        changes viewed
        {mayApprove && `. ${openWords(parts, open.length)}`}
      </p>
      {mayApprove && open.length > 0 && (
        <div className="flex flex-wrap items-start gap-2">
          {dialog("all changes that you may approve", open)}
          {chapters.length > 1 && (
            <details className="relative">
              <summary className="flex min-h-9 cursor-pointer items-center px-2 text-accent underline">
                By chapter
              </summary>
              <ul className="mt-2 flex flex-col gap-2">
                {chapters
                  .filter(({ key }) => ofChapter(key).length > 0)
                  .map(({ key, title }) => (
                    <li key={key} className="flex flex-wrap items-center justify-between gap-3">
                      {title}
                      {dialog(`the changes in “${title}”`, ofChapter(key), "secondary")}
                    </li>
                  ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </div>
  );
}

/** What is left for this person to approve, or why nothing is. */
function openWords(parts: readonly ReviewPart[], open: number): string {
  if (open > 0) return `You can still approve ${open}.`;
  if (parts.some(({ mine }) => mine.approved)) return "You approved all that you may.";
  return parts.every(({ mine }) => mine.hindrance === "made the candidate")
    ? "You made this candidate, so others approve it."
    : "You helped to write all of it, so others approve it.";
}
