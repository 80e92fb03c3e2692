import type { Metadata } from "next";
import Link from "next/link";
import { forbidden } from "next/navigation";
import { WorkFrame } from "@/app/work-frame";
import { CreateSpecForm } from "@/components/spec/create-spec-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignIn } from "@/lib/auth/current-actor";
import { SPEC_TEMPLATES } from "@/lib/commands/specs/spec-templates";
import { siteOrigin } from "@/lib/auth/settings";
import { canCreateSpec } from "@/lib/policy/spec";
import { siteNavigation } from "../../navigation";
import { create } from "../actions";

export const metadata: Metadata = { title: "Create a spec" };

export default async function NewSpecPage() {
  const signedIn = await requireSignIn("/w/new");
  if (!canCreateSpec(signedIn.actor)) forbidden();
  const templates = SPEC_TEMPLATES.map(({ key, name, description }) => ({
    key,
    name,
    description,
  }));
  return (
    <WorkFrame
      signedIn={signedIn}
      crumbs={[{ label: "Specs", href: "/w" }, { label: "Create" }]}
      navigation={siteNavigation(signedIn.actor)}
    >
      <PageHeader title="Create a spec">
        Everything here can be changed later. Only members see it until you publish a release. A
        spec that exists already can be{" "}
        <Link href="/w/import" className="link">
          imported
        </Link>
        .
      </PageHeader>
      <CreateSpecForm create={create} templates={templates} origin={`${siteOrigin()}/`} />
    </WorkFrame>
  );
}
