import type { Metadata } from "next";
import { DraftEditor } from "@/components/editor/draft-editor";
import { db } from "@/lib/data/db";
import { levelsOfSpec } from "@/lib/data/draft-document";
import { getDraftEpoch } from "@/lib/data/draft-epoch";
import { lintRulesOf } from "@/lib/data/lint-rules";
import { canEditDraft } from "@/lib/policy/spec";
import { openSpec, SpecFrame, type SpecPageProps } from "../spec-frame";

export async function generateMetadata(props: SpecPageProps): Promise<Metadata> {
  return { title: `Edit ${(await openSpec(props)).spec.title}` };
}

/** The draft, live: for editors to write in, for everybody else in the spec to read as it is written. */
export default async function EditPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props, "/edit");
  const [epoch, levels, lintRules] = await Promise.all([
    getDraftEpoch(db(), spec.id),
    levelsOfSpec(db(), spec.id),
    lintRulesOf(db(), spec.id),
  ]);
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Draft" layout="full">
      <h1 className="sr-only">Draft of {spec.title}</h1>
      <DraftEditor
        specId={spec.id}
        slug={spec.slug}
        title={spec.title}
        personId={signedIn.actor.id}
        epoch={epoch}
        canWrite={canEditDraft(signedIn.actor, spec)}
        levels={levels}
        lintRules={lintRules}
      />
    </SpecFrame>
  );
}
