import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { DraftEditor } from "@/components/editor/draft-editor";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { canEditDraft } from "@/lib/policy/spec";
import { sectionTree } from "@/lib/spec/section-tree";
import { openSpec, SpecFrame, type SpecPageProps } from "../../../spec-frame";
import { editorSettings } from "../../editor-settings";

interface ClauseFormPageProps extends SpecPageProps {
  params: Promise<{ spec: string; id: string }>;
}

export const metadata: Metadata = { title: "Edit a section as a form" };

/** One section of the draft as plain fields: the whole of writing for whom a rich text is no good place. */
export default async function ClauseFormPage(props: ClauseFormPageProps) {
  const id = decodeURIComponent((await props.params).id);
  const { signedIn, spec } = await openSpec(props, `/edit/clause/${encodeURIComponent(id)}`);
  if (!canEditDraft(signedIn.actor, spec)) forbidden();
  const { document } = await getDraftMoment(db(), spec.id);
  const { sections } = sectionTree(document.content);
  const section = sections.find((one) => one.id === id) ?? sections.find(({ uid }) => uid === id);
  if (!section?.uid) notFound();
  return (
    <SpecFrame
      signedIn={signedIn}
      spec={spec}
      page={section.title || "Untitled section"}
      parents={[{ label: "Draft", href: `/w/${spec.slug}/edit` }]}
    >
      <DraftEditor {...await editorSettings(signedIn.actor, spec)} formOf={section.uid} />
    </SpecFrame>
  );
}
