import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { AuthorityLegend } from "@/components/authority/authority-legend";
import { RecentChanges } from "@/components/spec/recent-changes";
import { ROLE_NAMES } from "@/components/spec/role-names";
import { StatusList } from "@/components/spec/status-list";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button-link";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { listLevels } from "@/lib/data/levels";
import { listMembers } from "@/lib/data/members";
import { getSpecOverview } from "@/lib/data/spec-overview";
import { canImportIntoDraft } from "@/lib/policy/import";
import { canCutCandidate } from "@/lib/policy/review";
import type { Role } from "@/lib/policy/role";
import { canChangeSpecSettings, canEditDraft } from "@/lib/policy/spec";
import { openSpec, SpecFrame, type SpecPageProps } from "./spec-frame";
import { statusOf } from "./status-of";

export async function generateMetadata(props: SpecPageProps): Promise<Metadata> {
  return { title: (await openSpec(props)).spec.title };
}

export default async function SpecOverviewPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props);
  const { actor } = signedIn;
  const base = `/w/${spec.slug}`;
  const [overview, levels, members] = await Promise.all([
    getSpecOverview(actor, spec),
    listLevels(actor, spec.id),
    listMembers(actor, spec.id),
  ]);
  const may = {
    write: canEditDraft(actor, spec),
    askForReview: canCutCandidate(actor, spec),
  };
  return (
    <SpecFrame signedIn={signedIn} spec={spec}>
      <PageHeader
        title={spec.title}
        actions={
          <>
            {canImportIntoDraft(actor, spec) && (
              <ButtonLink href={`${base}/import`}>Import</ButtonLink>
            )}
            <ButtonLink href={`${base}/edit`} variant="primary">
              {may.write ? "Write" : "Read the draft"}
            </ButtonLink>
          </>
        }
      >
        {spec.summary}
      </PageHeader>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <StatusList items={statusOf(overview, spec.slug, may)} />
          {overview.recent.length > 0 && (
            <Panel title="Written lately" actions={<More href={`${base}/history`}>History</More>}>
              <RecentChanges revisions={overview.recent} base={base} />
            </Panel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Panel
            title={`Members (${members.length})`}
            actions={<More href={`${base}/members`}>All members</More>}
          >
            <MemberLines members={members.slice(0, 8)} />
          </Panel>
          <Panel
            title="Authority levels"
            actions={
              <More href={`${base}/settings/levels`}>
                {canChangeSpecSettings(actor, spec) ? "Change levels" : "All levels"}
              </More>
            }
          >
            <AuthorityLegend
              levels={levels.map((level) => ({ ...level, meaning: level.description }))}
            />
          </Panel>
        </div>
      </div>
      <p className="mt-6 text-sm text-ink-muted">
        Created <Time at={spec.createdAt} />
      </p>
    </SpecFrame>
  );
}

function MemberLines({ members }: { members: { userId: string; name: string; role: Role }[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {members.map(({ userId, name, role }) => (
        <li key={userId} className="flex items-center gap-2.5">
          <Avatar person={{ id: userId, name }} size="sm" decorative />
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <span className="text-sm text-ink-muted">{ROLE_NAMES[role]}</span>
        </li>
      ))}
    </ul>
  );
}

const More = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="link text-sm">
    {children}
  </Link>
);
