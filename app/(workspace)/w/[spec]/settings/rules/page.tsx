import type { Metadata } from "next";
import { RuleSettings } from "@/components/spec/rule-settings";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/lib/data/db";
import { lintRulesOf } from "@/lib/data/lint-rules";
import { canChangeSpecSettings } from "@/lib/policy/spec";
import { RULES } from "@/lib/spec/lint/lint";
import { openSpec, SpecFrame, type SpecPageProps } from "../../spec-frame";
import { saveRules } from "./actions";

export const metadata: Metadata = { title: "Writing rules" };

export default async function RulesPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props, "/settings/rules");
  const settings = await lintRulesOf(db(), spec.id);
  const rules = RULES.map(({ id, severity, reason }) => ({ id, severity, reason }));
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Writing rules">
      <PageHeader title="Writing rules">
        What the program points out in the margin of the draft and before a release. Errors are to
        be mended, warnings are likely slips, hints are worth a look.
      </PageHeader>
      <RuleSettings
        key={JSON.stringify(settings)}
        specId={spec.id}
        rules={rules}
        settings={settings}
        mayChange={canChangeSpecSettings(signedIn.actor, spec)}
        save={saveRules}
      />
    </SpecFrame>
  );
}
