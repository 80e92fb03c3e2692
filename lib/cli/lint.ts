import { lint, RULES, type LintOptions } from "@/lib/spec/lint/lint";
import type { Finding } from "@/lib/spec/lint/rule";
import { readArguments } from "./arguments";
import { CommandRefused, EXIT, type ExitCode, type Io } from "./io";
import { readSpec } from "./read-spec";

const LEVELS = ["off", "hint", "warning", "error"] as const;

/** `precept lint`: what a careful reader would object to. Ends with 1 when there are errors. */
export async function lintSpec(args: readonly string[], io: Io): Promise<ExitCode> {
  const { file, values, profile } = readArguments("lint", args, {
    json: { type: "boolean" },
    rule: { type: "string", multiple: true },
  });
  const rules = readRules(values.rule ?? []);
  const { document, lines, notes, name } = await readSpec(file, io, profile);
  const findings = lint(document, { rules, lines, notes });
  if (values.json) io.out(`${JSON.stringify(findings, null, 2)}\n`);
  else for (const finding of findings) io.out(`${inWords(finding, name)}\n`);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (!values.json) io.say(summary(findings, errors));
  return errors > 0 ? EXIT.found : EXIT.fine;
}

function readRules(settings: readonly string[]): NonNullable<LintOptions["rules"]> {
  return Object.fromEntries(
    settings.map((setting) => {
      const [id = "", level = ""] = setting.split("=");
      const known = LEVELS.find((each) => each === level);
      if (!RULES.some((rule) => rule.id === id) || !known) {
        const ids = RULES.map((rule) => rule.id).join(", ");
        throw new CommandRefused(
          `--rule ${setting} is not understood. Write ID=${LEVELS.join("|")}, with ID one of: ${ids}.`,
        );
      }
      return [id, known];
    }),
  );
}

function inWords({ severity, rule, message, line, sectionId }: Finding, name: string): string {
  const place = line === null ? (sectionId ? `${name}#${sectionId}` : name) : `${name}:${line}`;
  return `${place}: ${severity}: ${message} [${rule}]`;
}

function summary(findings: readonly Finding[], errors: number): string {
  if (findings.length === 0) return "Nothing to object to.";
  const others = findings.length - errors;
  return `${errors} ${errors === 1 ? "error" : "errors"}, ${others} other ${others === 1 ? "finding" : "findings"}.`;
}
