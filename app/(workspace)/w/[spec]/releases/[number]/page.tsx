import type { Metadata } from "next";
import { CheckList } from "@/components/release/check-list";
import { NotesText } from "@/components/release/notes-text";
import { ObjectionList } from "@/components/release/objection-list";
import { OverridePanel } from "@/components/release/override-panel";
import { PartList } from "@/components/release/part-list";
import { PeoplePanel } from "@/components/release/people-panel";
import { PublishPanel } from "@/components/release/publish-panel";
import { ReasonDialog } from "@/components/release/reason-dialog";
import { ReviewProgress } from "@/components/release/review-progress";
import { verdictOf } from "@/components/release/review-words";
import { CandidateBadge } from "@/components/release/state-badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
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
  schedule,
  withdraw,
} from "../actions";
import { ClosureNotice } from "./closure-notice";
import { DraftSince } from "./draft-since";
import { openCandidate, type CandidatePageProps } from "./open-review";
import { ReviewRecord } from "./review-record";

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
        <ClosureNotice view={view} slug={spec.slug} />
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
              <DraftSince view={view} slug={spec.slug} />
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
              <ReviewRecord view={view} own={signedIn.actor.id} />
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
