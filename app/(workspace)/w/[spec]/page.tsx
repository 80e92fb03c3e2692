import type { Metadata } from "next";
import Link from "next/link";
import { AuthorityLegend } from "@/components/authority/authority-legend";
import { ROLE_NAMES } from "@/components/spec/role-names";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button-link";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { listLevels } from "@/lib/data/levels";
import { listMembers } from "@/lib/data/members";
import { canImportIntoDraft } from "@/lib/policy/import";
import { openSpec, SpecFrame, type SpecPageProps } from "./spec-frame";

export async function generateMetadata(props: SpecPageProps): Promise<Metadata> {
  return { title: (await openSpec(props)).spec.title };
}

export default async function SpecOverviewPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props);
  const [levels, members] = await Promise.all([
    listLevels(signedIn.actor, spec.id),
    listMembers(signedIn.actor, spec.id),
  ]);
  return (
    <SpecFrame signedIn={signedIn} spec={spec}>
      <PageHeader
        title={spec.title}
        actions={
          canImportIntoDraft(signedIn.actor, spec) && (
            <ButtonLink href={`/w/${spec.slug}/import`}>Import</ButtonLink>
          )
        }
      >
        {spec.summary}
      </PageHeader>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Panel
          title="Authority levels"
          actions={
            <Link
              href={`/w/${spec.slug}/settings/levels`}
              className="text-sm text-accent underline"
            >
              Change levels
            </Link>
          }
        >
          <AuthorityLegend
            levels={levels.map((level) => ({ ...level, meaning: level.description }))}
          />
        </Panel>
        <Panel
          title={`Members (${members.length})`}
          actions={
            <Link href={`/w/${spec.slug}/members`} className="text-sm text-accent underline">
              All members
            </Link>
          }
        >
          <ul className="flex flex-col gap-3">
            {members.slice(0, 8).map(({ userId, name, role }) => (
              <li key={userId} className="flex items-center gap-2.5">
                <Avatar person={{ id: userId, name }} size="sm" decorative />
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="text-sm text-ink-muted">{ROLE_NAMES[role]}</span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <p className="mt-6 text-sm text-ink-muted">
        Created <Time at={spec.createdAt} />
      </p>
    </SpecFrame>
  );
}
