import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ImportGuide } from "@/components/import/import-guide";
import { UploadPanel } from "@/components/import/upload-panel";
import { PageHeader } from "@/components/ui/page-header";
import { canImportIntoDraft } from "@/lib/policy/import";
import { openSpec, SpecFrame, type SpecPageProps } from "../spec-frame";

export const metadata: Metadata = { title: "Import" };

export default async function ImportIntoSpecPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props, "/import");
  if (!canImportIntoDraft(signedIn.actor, spec)) forbidden();
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Import">
      <PageHeader title="Import into this spec">
        The draft becomes what you import. What continues the present text keeps its history and its
        comments, and the text of now stays in the history.
      </PageHeader>
      <UploadPanel specId={spec.id} previews={`/w/${spec.slug}/import`} />
      <ImportGuide className="mt-10" />
    </SpecFrame>
  );
}
