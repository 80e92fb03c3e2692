import type { Metadata } from "next";
import Link from "next/link";
import { CheckList } from "@/components/release/check-list";
import { NotesText } from "@/components/release/notes-text";
import { ObjectionList } from "@/components/release/objection-list";
import { OverridePanel } from "@/components/release/override-panel";
import { PartList } from "@/components/release/part-list";
import { PeoplePanel } from "@/components/release/people-panel";
import { PublishPanel } from "@/components/release/publish-panel";
import { ReasonDialog } from "@/components/release/reason-dialog";
import { ReviewProgress } from "@/components/release/review-progress";
import { list, plural, verdictOf } from "@/components/release/review-words";
import { CandidateBadge } from "@/components/release/state-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, Panel } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import type { ReviewView } from "@/lib/data/review-view";
import { canBePublished } from "@/lib/workflow/checks";
import { SpecFrame } from "../../spec-frame";
import {
  askOverride,
  assign,
  cancel,
  confirmOverride,
  dismiss,
  lift,
  publish,
  retract,
  schedule,
  withdraw,
} from "../actions";
import { openCandidate, type CandidatePageProps } from "./open-review";

export async function generateMetadata({ params }: CandidatePageProps): Promise<Metadata> {
  return { title: `Candidate ${(await params).number}` };
}

export default async function CandidatePage(props: CandidatePageProps) {
  const { signedIn, spec, view, here, hrefOf } = await openCandidate(props);
  const { label, number, state, checks, parts, objections, approved, may } = view;
  const isOpen = view.closure === null;
  // Client components get what they show and no more: whatever they get is sent to the browser.
  const candidate = { id: view.id, hash: view.hash, label };
  const openObjections = objections.filter(({ end }) => !end).length;
  return (
    <SpecFrame
      signedIn={signedIn}
      spec={spec}
      page={`Candidate ${number}`}
      parents={[{ label: "Releases", href: `/w/${spec.slug}/releases` }]}
    >
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            {label} <CandidateBadge state={state} />
          </span>
        }
        actions={
          <ButtonLink href={`${here}/review`} variant={may.publish ? "secondary" : "primary"}>
            Review the changes
          </ButtonLink>
        }
      >
        Candidate {number}, made by {view.cutBy.name}, <Time at={view.cutAt} />
        {view.baseLabel ? `. It follows ${view.baseLabel}.` : ". The first release."}
      </PageHeader>
      <div className="flex flex-col gap-6">
        <Closure view={view} slug={spec.slug} />
        <Card className="flex flex-col gap-5 p-5">
          <ReviewProgress
            verdict={verdictOf(state, checks, parts)}
            approved={approved}
            of={parts.length}
            objections={openObjections}
          />
          {isOpen && (may.publish || view.schedule) && (
            <PublishPanel
              candidate={candidate}
              isReady={canBePublished(checks)}
              may={may}
              schedule={view.schedule}
              publish={publish}
              scheduleAt={schedule}
              cancel={cancel}
            />
          )}
          {isOpen && (
            <div className="border-t border-line pt-4">
              <CheckList checks={checks} hrefOf={hrefOf} />
            </div>
          )}
        </Card>
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="flex min-w-0 flex-col gap-6">
            {objections.length > 0 && (
              <div id="objections" className="scroll-mt-4">
                <Panel title={`Objections (${openObjections} open)`}>
                  <ObjectionList objections={objections} lift={lift} dismiss={dismiss} />
                </Panel>
              </div>
            )}
            <Panel title={`What changes (${parts.length})`}>
              <PartList
                parts={parts}
                hrefOf={({ change }) => `${here}/review#part-${change.slice(0, 12)}`}
              />
            </Panel>
            <Panel title="Notes for readers">
              <NotesText text={view.changelog} />
            </Panel>
          </div>
          <aside aria-label="About this candidate" className="flex flex-col gap-6">
            <Panel title="Draft since">
              <Drift view={view} slug={spec.slug} />
            </Panel>
            <Panel title="Reviewers asked">
              <PeoplePanel
                candidateId={view.id}
                assigned={view.assigned}
                assignable={may.assign ? view.assignable : []}
                assign={assign}
              />
            </Panel>
            <Panel title="On record">
              <Record view={view} own={signedIn.actor.id} />
            </Panel>
            {may.withdraw && (
              <ReasonDialog
                words="Withdraw this candidate"
                description="It is no longer reviewed and cannot be published. It stays readable; the draft goes on."
                label="Why"
                about={{ candidateId: view.id }}
                field="reason"
                act={withdraw}
              />
            )}
          </aside>
        </div>
        {may.breakGlass && !canBePublished(checks) && (
          <OverridePanel
            candidate={candidate}
            request={view.override}
            ask={askOverride}
            confirm={confirmOverride}
          />
        )}
      </div>
    </SpecFrame>
  );
}

function Closure({
  view: { state, closure, missed, label },
  slug,
}: {
  view: ReviewView;
  slug: string;
}) {
  if (!closure) {
    return missed ? (
      <Notice tone="caution" title="It could not be published at its time">
        {missed.words}
      </Notice>
    ) : null;
  }
  const by = closure.by ? ` by ${closure.by.name}` : "";
  if (state === "published") {
    return (
      <Notice
        title={`Published${by}`}
        actions={
          <a href={`/${slug}/releases/${label}`} className="link">
            The release as everybody sees it
          </a>
        }
      >
        <Time at={closure.at} precise />
      </Notice>
    );
  }
  if (state === "replaced" && closure.nextNumber) {
    return (
      <Notice
        title={`Replaced by candidate ${closure.nextNumber}`}
        actions={
          <Link href={`/w/${slug}/releases/${closure.nextNumber}`} className="link">
            Go to candidate {closure.nextNumber}
          </Link>
        }
      >
        Approvals of what did not change count there.
      </Notice>
    );
  }
  return <Notice title={`Withdrawn${by}`}>{closure.reason}</Notice>;
}

function Drift({ view: { drift, may, label }, slug }: { view: ReviewView; slug: string }) {
  if (drift.changes === 0) {
    return <p className="text-sm text-ink-muted">The draft says what this candidate says.</p>;
  }
  return (
    <div className="flex flex-col items-start gap-2 text-sm">
      <p className="text-ink-muted">
        {plural(drift.changes, "change")} in {plural(drift.sections, "section")}
        {drift.by.length > 0 && <> by {list(drift.by.map(({ name }) => name))}</>}. Nothing of it is
        in {label}.
      </p>
      {may.cut && (
        <Link href={`/w/${slug}/releases/new`} className="link">
          Make a new candidate
        </Link>
      )}
    </div>
  );
}

function Record({ view, own }: { view: ReviewView; own: string }) {
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
