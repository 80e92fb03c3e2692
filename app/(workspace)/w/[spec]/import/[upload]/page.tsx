import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ImportForm } from "@/components/import/import-form";
import { ImportPreview } from "@/components/import/import-preview";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { siteOrigin } from "@/lib/auth/settings";
import { db } from "@/lib/data/db";
import { publishesItself } from "@/lib/data/releases";
import { canImportIntoDraft, canImportReleases } from "@/lib/policy/import";
import { discard } from "../../../import/actions";
import { openUpload } from "../../../import/open-upload";
import { openSpec, SpecFrame } from "../../spec-frame";

export const metadata: Metadata = { title: "Preview of an import" };

interface PreviewProps {
  params: Promise<{ spec: string; upload: string }>;
}

export default async function ImportIntoSpecPreviewPage({ params }: PreviewProps) {
  const { upload: id } = await params;
  const { signedIn, spec } = await openSpec({ params }, `/import/${id}`);
  const { actor } = signedIn;
  if (!canImportIntoDraft(actor, spec)) forbidden();
  const upload = await openUpload(actor, id, spec.id);
  const own = await publishesItself(db(), spec.id);
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Preview of an import">
      <PageHeader
        title={upload.name}
        actions={
          <ButtonLink href={`/w/${spec.slug}/compare?from=@draft&to=@file-${upload.id}`}>
            Compare with the draft
          </ButtonLink>
        }
      >
        Nothing is written yet. This preview is kept for an hour.
      </PageHeader>
      <ImportPreview releases={upload.releases} />
      <h2 className="mt-10 mb-4 text-lg font-semibold">Import into {spec.title}</h2>
      <ImportForm
        uploadId={upload.id}
        releases={upload.releases}
        spec={{ id: spec.id, slug: spec.slug, title: spec.title }}
        mayImportReleases={canImportReleases(actor, spec, { publishesItself: own })}
        origin={`${siteOrigin()}/`}
        discard={discard}
      />
    </SpecFrame>
  );
}
