import type * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import type { AuthorityLevel } from "@/lib/spec/levels";
import type { LintContext } from "./spec-index";

export interface LintSettings {
  levels: AuthorityLevel[];
  lintRules: LintContext["rules"];
}

/** What the linter needs of a draft besides its text. */
export function lintContext(ydoc: Y.Doc, { levels, lintRules }: LintSettings): LintContext {
  const { meta, ledger } = draftParts(ydoc);
  return {
    levels,
    document: {
      profile: meta.get("profile") === "generic" ? "generic" : "model-spec",
      title: meta.get("title") ?? null,
      // Prompts are looked over on the server; here their ids are enough.
      prompts: [],
    },
    ledger: ledger.toArray(),
    rules: { "marker-without-prompts": "off", ...lintRules },
  };
}
