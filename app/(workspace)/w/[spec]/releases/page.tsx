import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ErratumDialog } from "@/components/release/erratum-dialog";
import { ReasonDialog } from "@/components/release/reason-dialog";
import { CandidateBadge } from "@/components/release/state-badge";
import { plural } from "@/components/release/review-words";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Panel } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Progress } from "@/components/ui/progress";
import { Time } from "@/components/ui/time";
import { getReleaseOverview, type ReleaseOverview } from "@/lib/data/release-overview";
import { canCorrectRelease, canCutCandidate } from "@/lib/policy/review";
import { openSpec, SpecFrame, type SpecPageProps } from "../spec-frame";
import { correct, withdrawPublished } from "./actions";

export const metadata: Metadata = { title: "Releases" };

export default async function ReleasesPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props, "/releases");
  const { open, closed, releases } = await getReleaseOverview(signedIn.actor, spec.id);
  const at = `/w/${spec.slug}/releases`;
  const ask = canCutCandidate(signedIn.actor, spec) && (
    <ButtonLink href={`${at}/new`} variant={open ? "secondary" : "primary"}>
      {open ? "Make a new candidate" : "Ask for review"}
    </ButtonLink>
  );
  const nothing = !open && releases.length === 0 && closed.length === 0;
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Releases">
      <PageHeader title="Releases" actions={!nothing && ask}>
        A release is published once enough people who did not write it approved exactly this text.
      </PageHeader>
      {nothing ? (
        <EmptyState icon={ScrollText} title="No releases yet" action={ask}>
          When the draft is ready, ask for review: the text is frozen, reviewers approve it clause
          by clause, and a publisher publishes what they approved. The draft stays open meanwhile.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          {open && <OpenCandidate open={open} href={`${at}/${open.number}`} />}
          {releases.length > 0 && (
            <Panel title="Published">
              <Published
                releases={releases}
                slug={spec.slug}
                mayCorrect={canCorrectRelease(signedIn.actor, spec)}
              />
            </Panel>
          )}
          {closed.length > 0 && (
            <Panel title="Earlier candidates">
              <Closed closed={closed} at={at} />
            </Panel>
          )}
        </div>
      )}
    </SpecFrame>
  );
}

function OpenCandidate({
  open,
  href,
}: {
  open: NonNullable<ReleaseOverview["open"]>;
  href: string;
}) {
  const { label, number, state, cutBy, cutAt, approved, parts, objections } = open;
  const words = `${approved} of ${parts}${objections > 0 ? `, ${plural(objections, "objection")}` : ""}`;
  return (
    <Panel
      title={
        <Link href={href} className="hover:underline">
          {label}, candidate {number}
        </Link>
      }
      actions={<CandidateBadge state={state} />}
    >
      <div className="grid items-end gap-x-8 gap-y-4 md:grid-cols-[minmax(0,1fr)_18rem_auto]">
        <p className="self-center text-ink-muted">
          Made by {cutBy.name}, <Time at={cutAt} />
        </p>
        <Progress label="Changes approved" value={approved} max={parts} words={words} />
        <ButtonLink href={href} variant="primary">
          Open the review
        </ButtonLink>
      </div>
    </Panel>
  );
}

function Published({
  releases,
  slug,
  mayCorrect,
}: {
  releases: ReleaseOverview["releases"];
  slug: string;
  mayCorrect: boolean;
}) {
  return (
    <DataTable
      caption="Published releases"
      rows={releases}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "label",
          header: "Release",
          primary: true,
          cell: ({ label, isWithdrawn }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              <a href={`/${slug}/releases/${label}`} className="link">
                {label}
              </a>
              {isWithdrawn && <Badge tone="caution">Withdrawn</Badge>}
            </span>
          ),
        },
        { key: "at", header: "Published", cell: ({ publishedAt }) => <Time at={publishedAt} /> },
        {
          key: "origin",
          header: "Reviewed as",
          cell: ({ candidateNumber }) =>
            candidateNumber ? (
              <Link href={`/w/${slug}/releases/${candidateNumber}`} className="link">
                Candidate {candidateNumber}
              </Link>
            ) : (
              <span className="text-ink-muted">Taken over</span>
            ),
        },
        ...(mayCorrect
          ? [
              {
                key: "correct",
                header: <span className="sr-only">Correct</span>,
                cell: ({ id, label, isWithdrawn }: ReleaseOverview["releases"][number]) => (
                  <span className="flex flex-wrap justify-end gap-2">
                    <ErratumDialog release={{ id, label }} add={correct} />
                    {!isWithdrawn && (
                      <ReasonDialog
                        words="Withdraw"
                        description={`${label} stays readable, with a notice that it is not to be relied on, and why. This cannot be undone.`}
                        label="Reason, for everybody to read"
                        about={{ releaseId: id }}
                        field="reason"
                        act={withdrawPublished}
                      />
                    )}
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

const ENDED = { published: "published", replaced: "replaced", withdrawn: "withdrawn" } as const;

function Closed({ closed, at }: { closed: ReleaseOverview["closed"]; at: string }) {
  return (
    <DataTable
      caption="Earlier candidates"
      rows={closed}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: "number",
          header: "Candidate",
          primary: true,
          cell: ({ number, label }) => (
            <Link href={`${at}/${number}`} className="link">
              {number}, for {label}
            </Link>
          ),
        },
        {
          key: "state",
          header: "State",
          cell: ({ kind }) => <CandidateBadge state={ENDED[kind]} />,
        },
        { key: "by", header: "Made by", cell: ({ cutBy }) => cutBy.name },
        { key: "at", header: "Closed", cell: ({ at: closedAt }) => <Time at={closedAt} /> },
      ]}
    />
  );
}
