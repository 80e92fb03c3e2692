import type { DraftEditorProps } from "@/components/editor/draft-editor";
import { db } from "@/lib/data/db";
import { levelsOfSpec } from "@/lib/data/draft-document";
import { getDraftEpoch } from "@/lib/data/draft-epoch";
import { lintRulesOf } from "@/lib/data/lint-rules";
import type { SpecView } from "@/lib/data/specs";
import type { Actor } from "@/lib/policy/actor";
import { canEditDraft } from "@/lib/policy/spec";

/** What an editor of a spec's draft needs to open. */
export async function editorSettings(actor: Actor, spec: SpecView): Promise<DraftEditorProps> {
  const [epoch, levels, lintRules] = await Promise.all([
    getDraftEpoch(db(), spec.id),
    levelsOfSpec(db(), spec.id),
    lintRulesOf(db(), spec.id),
  ]);
  return {
    specId: spec.id,
    slug: spec.slug,
    title: spec.title,
    personId: actor.id,
    epoch,
    canWrite: canEditDraft(actor, spec),
    levels,
    lintRules,
  };
}
