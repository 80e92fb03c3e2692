import type { Metadata } from "next";
import { AuthorityLegend } from "@/components/authority/authority-legend";
import { LevelEditor } from "@/components/spec/level-editor";
import { PageHeader } from "@/components/ui/page-header";
import { listLevels } from "@/lib/data/levels";
import { canChangeSpecSettings } from "@/lib/policy/spec";
import { openSpec, SpecFrame, type SpecPageProps } from "../../spec-frame";
import { saveAll } from "../actions";

export const metadata: Metadata = { title: "Authority levels" };

export default async function LevelsPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props, "/settings/levels");
  const levels = await listLevels(signedIn.actor, spec.id);
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Authority levels">
      <PageHeader title="Authority levels">
        Highest first. When two clauses disagree, the one with the higher level wins.
      </PageHeader>
      {canChangeSpecSettings(signedIn.actor, spec) ? (
        <LevelEditor key={JSON.stringify(levels)} specId={spec.id} levels={levels} save={saveAll} />
      ) : (
        <AuthorityLegend
          levels={levels.map((level) => ({ ...level, meaning: level.description }))}
        />
      )}
    </SpecFrame>
  );
}
