import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { changelogCoverage, type SectionCoverage } from "@/lib/diff/changelog-coverage";
import { draftChangelog } from "@/lib/diff/changelog-draft";
import { diffDocuments } from "@/lib/diff/diff";
import type { DocumentDiff } from "@/lib/diff/document-diff";
import { sentenceOf } from "@/lib/diff/sentence";
import { summarise } from "@/lib/diff/summary";
import type { ProfileName } from "@/lib/spec/document";
import { profileOf } from "./arguments";
import { CommandRefused, EXIT, type ExitCode, type Io } from "./io";
import { readSpec, type SpecInput } from "./read-spec";

const ADVICE = "Run precept diff --help.";

interface DiffArguments {
  files: [string, string];
  form: "sentences" | "json" | "markdown" | "summary";
  changelog: string | undefined;
  release: string | undefined;
  profile: ProfileName | undefined;
}

/** `precept diff`: what changed between two specs. Ends with 0 when they are equal, with 1 when not. */
export async function diffSpecs(args: readonly string[], io: Io): Promise<ExitCode> {
  const { files, form, changelog, release, profile } = readDiffArguments(args);
  const [before, after] = await readBoth(files, io, profile);
  const diff = compare(before, after, io);
  const coverage =
    changelog === undefined
      ? null
      : changelogCoverage(diff, await readChangelog(changelog, io), {
          ...(release ? { release } : {}),
        });
  io.out(shown(diff, coverage, form));
  return diff.changes.length === 0 ? EXIT.fine : EXIT.found;
}

/** Both in one dialect: an empty or short file does not tell which it is written in. */
async function readBoth(
  files: readonly [string, string],
  io: Io,
  profile: ProfileName | undefined,
): Promise<[SpecInput, SpecInput]> {
  const before = await readSpec(files[0], io, profile);
  const after = await readSpec(files[1], io, profile);
  if (before.document.profile === after.document.profile || profile) return [before, after];
  const again = async (file: string, input: SpecInput) =>
    file === "-" || input.document.profile === "model-spec" || isStored(input)
      ? input
      : readSpec(file, io, "model-spec");
  return [await again(files[0], before), await again(files[1], after)];
}

/** Canonical JSON names its dialect, and has no lines. */
const isStored = ({ document, lines }: SpecInput) =>
  lines.size === 0 && document.content.length > 0;

function compare(before: SpecInput, after: SpecInput, io: Io): DocumentDiff {
  // One side came without its evaluation prompts: that they are missing is no change.
  const comparable = before.isFolder === after.isFolder;
  if (!comparable) {
    io.say("Only one side has its evaluation prompts with it, so prompts are not compared.");
  }
  const bare = (input: SpecInput) =>
    comparable ? input.document : { ...input.document, prompts: [] };
  return diffDocuments(bare(before), bare(after), {
    from: before.name,
    to: after.name,
    fromLines: before.lines,
    toLines: after.lines,
    // Markdown carries no identities: those of two files have nothing to do with each other.
    ...(before.lines.size > 0 || after.lines.size > 0 ? { sameIdentities: false } : {}),
  });
}

function shown(
  diff: DocumentDiff,
  coverage: readonly SectionCoverage[] | null,
  form: DiffArguments["form"],
): string {
  if (form === "json") return `${JSON.stringify(forMachines(diff, coverage), null, 2)}\n`;
  const missing = coverage === null ? "" : missingInWords(coverage);
  if (form === "markdown") return `${draftChangelog(diff)}${missing}`;
  if (form === "summary") return `${inShort(diff)}${missing}`;
  return `${inSentences(diff)}${missing}`;
}

/** What other programs read: public/schemas/precept-diff-1.schema.json. */
function forMachines(diff: DocumentDiff, coverage: readonly SectionCoverage[] | null) {
  const { format, version, from, to, changes } = diff;
  const { kinds, classes, sentence, sectionsChanged, sectionsUnchanged } = summarise(diff);
  const summary = { sentence, kinds, classes, sectionsChanged, sectionsUnchanged };
  return {
    format,
    version,
    from,
    to,
    summary,
    changes,
    ...(coverage ? { changelog: coverage } : {}),
  };
}

function inSentences({ changes }: DocumentDiff): string {
  if (changes.length === 0) return "Nothing changed.\n";
  const told = changes.filter(({ partOf }) => partOf === null);
  return `${told.map((change) => `${lineOf(change)}${sentenceOf(change)}`).join("\n")}\n`;
}

const lineOf = ({ from, to }: DocumentDiff["changes"][number]) => {
  const [was, now] = [from?.line ?? null, to?.line ?? null];
  if (was === null && now === null) return "";
  return `${was ?? "-"}→${now ?? "-"}  `;
};

function inShort(diff: DocumentDiff): string {
  const { sentence, kinds, authority, chapters } = summarise(diff);
  const width = Math.max(0, ...kinds.map(({ kind }) => kind.length));
  const lines = [
    `${sentence}.`,
    ...(kinds.length > 0 ? ["", "Changes by kind"] : []),
    ...kinds.map(({ kind, count }) => `  ${kind.padEnd(width)}  ${count}`),
    ...(authority.length > 0 ? ["", "Authority"] : []),
    ...authority.map((change) => `  ${sentenceOf(change)}`),
    ...(chapters.length > 0 ? ["", "Chapters"] : []),
    ...chapters.map(
      ({ chapter, changes, sections }) =>
        `  ${chapter.title || "(before the first heading)"}: ${changes} in ${sections.length} ${sections.length === 1 ? "section" : "sections"}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function missingInWords(coverage: readonly SectionCoverage[]): string {
  const missing = coverage.filter(({ covered }) => !covered);
  if (missing.length === 0) return "\nThe changelog mentions every section that changed.\n";
  const lines = missing.map(
    ({ section, changes }) =>
      `- ${section.title || "The opening"}${section.id === null ? "" : ` (#${section.id})`}: ${changes.length} ${changes.length === 1 ? "change" : "changes"}`,
  );
  const head = `\n${missing.length} of ${coverage.length} changed sections are not mentioned in the changelog:\n`;
  return `${head}\n${lines.join("\n")}\n`;
}

function readDiffArguments(args: readonly string[]): DiffArguments {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      options: {
        json: { type: "boolean" },
        markdown: { type: "boolean" },
        summary: { type: "boolean" },
        changelog: { type: "string" },
        release: { type: "string" },
        profile: { type: "string" },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new CommandRefused(`${error instanceof Error ? error.message : String(error)} ${ADVICE}`);
  }
  const { values, positionals } = parsed;
  const [before, after, ...rest] = positionals;
  if (before === undefined || after === undefined || rest.length > 0) {
    throw new CommandRefused(`Name two files or folders, the older one first. ${ADVICE}`);
  }
  if (before === "-" && after === "-") {
    throw new CommandRefused(`Only one of the two can come from standard input. ${ADVICE}`);
  }
  const forms = (["json", "markdown", "summary"] as const).filter((form) => values[form]);
  if (forms.length > 1) {
    throw new CommandRefused(`Choose one of --json, --markdown and --summary. ${ADVICE}`);
  }
  return {
    files: [before, after],
    form: forms[0] ?? "sentences",
    changelog: values.changelog,
    release: values.release,
    profile: profileOf(values.profile),
  };
}

async function readChangelog(file: string, io: Io): Promise<string> {
  try {
    return await readFile(path.resolve(io.cwd, file), "utf8");
  } catch (error) {
    throw new CommandRefused(`${file} cannot be read: ${(error as Error).message}`);
  }
}
