import type { Metadata } from "next";
import { DraftEditor } from "@/components/editor/draft-editor";
import { openSpec, SpecFrame, type SpecPageProps } from "../spec-frame";
import { editorSettings } from "./editor-settings";

export async function generateMetadata(props: SpecPageProps): Promise<Metadata> {
  return { title: `Edit ${(await openSpec(props)).spec.title}` };
}

/** The draft, live: for editors to write in, for everybody else in the spec to read as it is written. */
export default async function EditPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props, "/edit");
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Draft" layout="full">
      <h1 className="sr-only">Draft of {spec.title}</h1>
      <DraftEditor {...await editorSettings(signedIn.actor, spec)} />
    </SpecFrame>
  );
}
