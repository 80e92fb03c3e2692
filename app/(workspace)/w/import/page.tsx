import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { WorkFrame } from "@/app/work-frame";
import { ImportGuide } from "@/components/import/import-guide";
import { UploadPanel } from "@/components/import/upload-panel";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignIn } from "@/lib/auth/current-actor";
import { canImportNewSpec } from "@/lib/policy/import";
import { siteNavigation } from "../../navigation";

export const metadata: Metadata = { title: "Import a spec" };

export default async function ImportPage() {
  const signedIn = await requireSignIn("/w/import");
  if (!canImportNewSpec(signedIn.actor)) forbidden();
  return (
    <WorkFrame
      signedIn={signedIn}
      crumbs={[{ label: "Specs", href: "/w" }, { label: "Import" }]}
      navigation={siteNavigation(signedIn.actor)}
    >
      <PageHeader title="Import a spec">
        Bring a spec that exists already. You look at a preview before anything is written.
      </PageHeader>
      <UploadPanel specId={null} previews="/w/import" />
      <ImportGuide className="mt-10" />
    </WorkFrame>
  );
}
