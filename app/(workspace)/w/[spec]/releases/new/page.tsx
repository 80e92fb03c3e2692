import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { CutForm } from "@/components/release/cut-form";
import { plural } from "@/components/release/review-words";
import { Panel } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getReleasePlan, type ReleasePlan } from "@/lib/data/release-plan";
import { canCutCandidate } from "@/lib/policy/review";
import { openSpec, SpecFrame, type SpecPageProps } from "../../spec-frame";
import { checkNotes, cut } from "../actions";

export const metadata: Metadata = { title: "Ask for review" };

export default async function NewCandidatePage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props, "/releases/new");
  if (!canCutCandidate(signedIn.actor, spec)) forbidden();
  const plan = await getReleasePlan(signedIn.actor, spec.id);
  const named = plan.parts.filter(({ key, kind }) => kind === "section" && plan.normative.has(key));
  return (
    <SpecFrame
      signedIn={signedIn}
      spec={spec}
      page="Ask for review"
      parents={[{ label: "Releases", href: `/w/${spec.slug}/releases` }]}
    >
      <PageHeader title="Ask for review">
        The draft is frozen as it stands now. Reviewers approve that text; you and others go on
        writing.
      </PageHeader>
      {plan.replaces && (
        <Notice
          title={`This takes the place of candidate ${plan.replaces.number}`}
          className="mb-6"
        >
          Approvals of what did not change since go on counting; open objections stay open.
        </Notice>
      )}
      {plan.lintErrors > 0 && (
        <Notice
          tone="caution"
          title={`${plural(plan.lintErrors, "error")} in the text`}
          className="mb-6"
        >
          You can ask for review all the same; it cannot be published before they are mended in a
          new candidate.
        </Notice>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <CutForm
          specId={spec.id}
          headSeq={String(plan.headSeq)}
          proposedLabel={plan.proposedLabel}
          labelHint={labelHint(plan)}
          notes={plan.notes}
          drafted={plan.drafted}
          sections={named.map(({ key, title, id }) => ({ key, title, id }))}
          untold={plan.untold}
          check={checkNotes}
          cut={cut}
          candidatesHref={`/w/${spec.slug}/releases/`}
        />
        <ChangedSections plan={plan} />
      </div>
    </SpecFrame>
  );
}

const IMPACT_WORDS = {
  major: "A clause is gone, or binds more or less than before.",
  minor: "A clause is new, or says something else.",
  patch: "Nothing changes what the system should do.",
} as const;

function labelHint({ baseLabel, impact }: ReleasePlan): string {
  return baseLabel ? `It follows ${baseLabel}. ${IMPACT_WORDS[impact]}` : "The first release.";
}

function ChangedSections({ plan }: { plan: ReleasePlan }) {
  const sections = plan.parts.filter(({ kind }) => kind !== "whole");
  return (
    <Panel title={`What changed (${sections.length})`}>
      {sections.length === 0 ? (
        <p className="text-ink-muted">
          No section differs from {plan.baseLabel}. Only the label, the notes or the order do.
        </p>
      ) : (
        <ul
          // Scrolls where much changed, so the keyboard must reach it.
          tabIndex={0}
          aria-label="Sections that changed"
          className="flex max-h-112 flex-col gap-2 overflow-y-auto"
        >
          {sections.map(({ key, title, number, became }) => (
            <li key={key} className="flex items-baseline gap-2">
              <span className="w-7 shrink-0 text-sm text-ink-muted tabular-nums">{number}</span>
              <span className="min-w-0 flex-1">
                {became === "removed" ? <del>{title}</del> : title}
              </span>
              <span className="text-xs text-ink-muted">
                {plan.normative.has(key) || became !== "changed" ? WORDS[became] : "editorial"}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const WORDS = { added: "new", removed: "removed", changed: "meaning" } as const;
