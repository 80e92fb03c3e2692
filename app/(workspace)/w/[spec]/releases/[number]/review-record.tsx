import { ReasonDialog } from "@/components/release/reason-dialog";
import { plural } from "@/components/release/review-words";
import { CopyButton } from "@/components/ui/copy-button";
import { Time } from "@/components/ui/time";
import type { ReviewView } from "@/lib/data/review-view";
import { retract } from "../actions";

/** What is on record about a candidate: who approved what, who answers for what, and its hash. */
export function ReviewRecord({ view, own }: { view: ReviewView; own: string }) {
  const mine = view.approvals.some(({ by }) => by.id === own);
  return (
    <div className="flex flex-col gap-4 text-sm">
      {view.approvals.length > 0 && (
        <ul className="flex flex-col gap-3">
          {view.approvals.map(({ id, by, at, changes, statement, dissent, candidate }) => (
            <li key={id}>
              <p>
                <span className="font-medium">{by.name}</span> approved {plural(changes, "change")}
                {candidate !== view.number && ` of candidate ${candidate}`}
              </p>
              {statement && <p className="mt-0.5 whitespace-pre-line">{statement}</p>}
              {dissent && (
                <p className="mt-0.5 whitespace-pre-line">
                  <span className="font-medium">Dissent: </span>
                  {dissent}
                </p>
              )}
              <p className="text-ink-muted">
                <Time at={at} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {view.marks.map(({ title, by, reason }) => (
        <p key={title}>
          <span className="font-medium">{by.name}</span> answers for leaving out {title}: {reason}
        </p>
      ))}
      {mine && view.may.approve && (
        <ReasonDialog
          words="Take back my approvals"
          description="They stay on record as taken back. You can approve again."
          label="Why"
          about={{ candidateId: view.id }}
          field="reason"
          act={retract}
        />
      )}
      <div>
        <p className="text-ink-muted">Hash of the candidate</p>
        <p className="font-mono text-xs break-all">{view.hash}</p>
        <CopyButton text={view.hash} label="Copy hash" className="-ms-3" />
      </div>
    </div>
  );
}
