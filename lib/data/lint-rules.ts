import type { SpecDocument } from "@/lib/spec/document";
import { lint, type LintOptions } from "@/lib/spec/lint/lint";
import type { Severity } from "@/lib/spec/lint/rule";
import type { Reader } from "./reader";

/** How a spec treats rules of the linter, by rule id; rules that are not named keep their own severity. */
export type LintRules = NonNullable<LintOptions["rules"]>;

export const RULE_SETTINGS = ["off", "hint", "warning", "error"] as const satisfies readonly (
  Severity | "off"
)[];

/**
 * The rules of a spec, as `lint` takes them: `lint(document, { rules: await lintRulesOf(db(), specId) })`.
 * Asks nobody for leave: whoever sees the draft sees what the linter says of it.
 */
export async function lintRulesOf(reader: Reader, specId: string): Promise<LintRules> {
  const settings = await reader.lintSetting.findMany({
    where: { specId },
    select: { rule: true, severity: true },
  });
  return Object.fromEntries(
    settings.flatMap(({ rule, severity }) => {
      const known = RULE_SETTINGS.find((each) => each === severity);
      return known ? [[rule, known]] : [];
    }),
  );
}

/** How many errors the linter finds in a document by the rules that its spec keeps to. */
export async function countLintErrors(
  reader: Reader,
  specId: string,
  document: SpecDocument,
): Promise<number> {
  const findings = lint(document, { rules: await lintRulesOf(reader, specId) });
  return findings.filter(({ severity }) => severity === "error").length;
}
