import { inspect, type Inspection } from "@/lib/markdown/inspect";
import { integrityReport, type IntegrityReport } from "@/lib/markdown/integrity";
import { specTitle } from "@/lib/spec/spec-title";
import { readArguments } from "./arguments";
import { EXIT, type ExitCode, type Io } from "./io";
import { readSpec } from "./read-spec";

/** `precept inspect`: what is in a spec, and what is wrong with it. */
export async function inspectSpec(args: readonly string[], io: Io): Promise<ExitCode> {
  const { file, values, profile } = readArguments("inspect", args, {
    json: { type: "boolean" },
  });
  const input = await readSpec(file, io, profile);
  const counts = inspect(input.document, input.source);
  const integrity = integrityReport(input);
  const title = specTitle(input.document);
  if (values.json) {
    const { profile: dialect } = input.document;
    io.out(`${JSON.stringify({ title, profile: dialect, ...counts, integrity }, null, 2)}\n`);
  } else {
    io.out(inWords(title ?? input.name, counts, integrity));
  }
  return EXIT.fine;
}

function inWords(title: string, counts: Inspection, { notes, raw }: IntegrityReport): string {
  const list = (record: Record<string, number>) =>
    Object.entries(record)
      .map(([key, count]) => `${key} ${count}`)
      .join(", ");
  const rows: [string, string | number][] = [
    ["sections", counts.sections],
    ["clauses", withDetail(counts.clauses, list(counts.clausesByLevel))],
    ["examples", counts.examples],
    ["responses", list(counts.responses)],
    [
      "internal links",
      `${counts.autoTitledLinks} by title, ${counts.textLinks} with words of their own`,
    ],
    ["external links", counts.externalLinks],
    [
      "evaluation",
      `${counts.markers} markers, ${counts.promptsFiles} files, ${counts.prompts} prompts`,
    ],
    ["size", `${counts.words} words, ${counts.bytes} bytes`],
  ];
  const body = rows.map(([name, value]) => `  ${name.padEnd(15)} ${value}`);
  const kept = Object.keys(raw).length > 0 ? [`  kept as source  ${list(raw)}`] : [];
  const findings = notes.map(
    ({ severity, file, line, message }) => `  ${severity.padEnd(7)} ${file}:${line}  ${message}`,
  );
  const integrity = findings.length > 0 ? findings : ["  nothing to report"];
  return `${[title, ...body, ...kept, "", "Integrity", ...integrity].join("\n")}\n`;
}

const withDetail = (total: number, detail: string) => (detail ? `${total} (${detail})` : total);
