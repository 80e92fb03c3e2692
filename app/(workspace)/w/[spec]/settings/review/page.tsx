import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { RulesForm } from "@/components/release/rules-form";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { listLevels } from "@/lib/data/levels";
import { listMembers } from "@/lib/data/members";
import { getReviewRules } from "@/lib/data/review-rules";
import { isAtLeast } from "@/lib/policy/role";
import { canChangeSpecSettings } from "@/lib/policy/spec";
import { sectionTree } from "@/lib/spec/section-tree";
import { openSpec, SpecFrame, type SpecPageProps } from "../../spec-frame";
import { save } from "./actions";

export const metadata: Metadata = { title: "Review rules" };

export default async function ReviewRulesPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props, "/settings/review");
  const { actor } = signedIn;
  if (!canChangeSpecSettings(actor, spec)) forbidden();
  const [rules, levels, members, { document }] = await Promise.all([
    getReviewRules(db(), spec.id),
    listLevels(actor, spec.id),
    listMembers(actor, spec.id),
    getDraftMoment(db(), spec.id),
  ]);
  const reviewers = members
    .filter(({ role }) => isAtLeast(role, "reviewer"))
    .map(({ userId, name }) => ({ id: userId, name }));
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Review rules">
      <PageHeader title="Review rules">
        What has to be approved by whom before anything is published. Changes hold at once, for a
        candidate in review too. Nobody is exempt, not even administrators.
      </PageHeader>
      <div className="max-w-3xl">
        <RulesForm
          key={JSON.stringify(rules)}
          specId={spec.id}
          rules={rules}
          levels={levels.map(({ key, name }) => ({ key, name }))}
          sections={sectionTree(document.content).sections.flatMap(({ uid, title, number }) =>
            uid ? [{ uid, title, depth: number.length }] : [],
          )}
          reviewers={reviewers}
          save={save}
        />
      </div>
    </SpecFrame>
  );
}
