import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { WorkFrame } from "@/app/work-frame";
import { ImportForm } from "@/components/import/import-form";
import { ImportPreview } from "@/components/import/import-preview";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignIn } from "@/lib/auth/current-actor";
import { siteOrigin } from "@/lib/auth/settings";
import { canImportNewSpec } from "@/lib/policy/import";
import { siteNavigation } from "../../../navigation";
import { discard } from "../actions";
import { openUpload } from "../open-upload";

export const metadata: Metadata = { title: "Preview of an import" };

interface PreviewProps {
  params: Promise<{ upload: string }>;
}

export default async function ImportPreviewPage({ params }: PreviewProps) {
  const { upload: id } = await params;
  const signedIn = await requireSignIn(`/w/import/${id}`);
  const { actor } = signedIn;
  if (!canImportNewSpec(actor)) forbidden();
  const upload = await openUpload(actor, id, null);
  return (
    <WorkFrame
      signedIn={signedIn}
      crumbs={[
        { label: "Specs", href: "/w" },
        { label: "Import", href: "/w/import" },
        { label: "Preview" },
      ]}
      navigation={siteNavigation(actor)}
    >
      <PageHeader title={upload.name}>
        Nothing is written yet. This preview is kept for an hour.
      </PageHeader>
      <ImportPreview releases={upload.releases} />
      <h2 className="mt-10 mb-4 text-lg font-semibold">Import</h2>
      <ImportForm
        uploadId={upload.id}
        releases={upload.releases}
        spec={null}
        mayImportReleases
        origin={`${siteOrigin()}/`}
        discard={discard}
      />
    </WorkFrame>
  );
}
