import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { WorkFrame } from "@/app/work-frame";
import { SpecList } from "@/components/spec/spec-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignIn } from "@/lib/auth/current-actor";
import { listSpecs } from "@/lib/data/specs";
import { canCreateSpec } from "@/lib/policy/spec";
import { siteNavigation } from "../navigation";

export const metadata: Metadata = { title: "Specs" };

export default async function SpecsPage() {
  const signedIn = await requireSignIn("/w");
  const { actor } = signedIn;
  const specs = await listSpecs(actor);
  const create = canCreateSpec(actor) && (
    <>
      <ButtonLink href="/w/import">Import a spec</ButtonLink>
      <ButtonLink href="/w/new" variant="primary">
        Create a spec
      </ButtonLink>
    </>
  );
  return (
    <WorkFrame signedIn={signedIn} crumbs={[{ label: "Specs" }]} navigation={siteNavigation(actor)}>
      <PageHeader title="Specs" actions={specs.length > 0 && create}>
        The behaviour specs you work on.
      </PageHeader>
      {specs.length > 0 ? (
        <SpecList specs={specs} />
      ) : (
        <EmptyState icon={FileText} title="No specs yet" action={create}>
          {canCreateSpec(actor)
            ? "Create the first one or import one that exists, then invite the people who will write and review it."
            : "You see a spec here once somebody invites you to it. Ask a publisher or an administrator for an invitation link."}
        </EmptyState>
      )}
    </WorkFrame>
  );
}
