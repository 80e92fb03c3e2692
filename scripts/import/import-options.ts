import path from "node:path";
import { parseArgs } from "node:util";
import { ImportSpec } from "@/lib/commands/import/import-spec";
import type { ImportedRelease } from "@/lib/import/run-import";
import { slugOf } from "@/components/spec/slug-of";
import { ScriptStopped } from "../progress";

export const IMPORT_HELP = `npm run import -- FILE|FOLDER|ZIP --as E-MAIL [options]

Imports a spec. FILE is Markdown or canonical JSON; a FOLDER or ZIP holds model_spec.md or spec.md, with
evaluation prompts in examples beside it, or a folder like that for each of several releases.
The preview goes to standard output, progress to standard error. All of it is written, or nothing.

  --as E-MAIL      who imports it: somebody with an account who may
  --as-history     record each version as a published release, with the day and the words that its
                   commit.json, CHANGELOG.md or folder name tell; otherwise only the draft is written
  --spec SLUG      replace the draft of this spec; otherwise a new one is made
  --title TITLE    of the new spec; what the text itself says, or the name of the file, when left out
  --slug SLUG      address of the new spec; made of the title when left out
  --dry-run        only the preview

  npm run import -- ../model_spec --as ines@example.org --dry-run
  npm run import -- releases.zip --as ines@example.org --as-history --title "Our spec"
`;

export interface ImportOptions {
  /** What to read. */
  place: string;
  /** E-mail address of who imports; null only for a dry run. */
  as: string | null;
  asHistory: boolean;
  /** Slug of the spec whose draft is replaced. */
  spec: string | null;
  title: string | null;
  slug: string | null;
  dryRun: boolean;
}

/** Reads the arguments. @returns Null when help was asked for. @throws ScriptStopped */
export function importOptions(args: string[]): ImportOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [place, ...rest] = positionals;
  const dryRun = values["dry-run"] ?? false;
  if (place === undefined || rest.length > 0) throw misused("Name one file, folder or zip.");
  if (values.as === undefined && !dryRun) throw misused("Say who imports it: --as E-MAIL.");
  if (values.spec !== undefined && (values.title ?? values.slug) !== undefined) {
    throw misused("--spec names a spec that exists; --title and --slug are for a new one.");
  }
  return {
    place,
    as: values.as?.trim().toLowerCase() ?? null,
    asHistory: values["as-history"] ?? false,
    spec: values.spec ?? null,
    title: values.title ?? null,
    slug: values.slug ?? null,
    dryRun,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        as: { type: "string" },
        "as-history": { type: "boolean" },
        spec: { type: "string" },
        title: { type: "string" },
        slug: { type: "string" },
        "dry-run": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw misused((error as Error).message);
  }
}

const misused = (words: string) => new ScriptStopped(`${words}\n\n${IMPORT_HELP}`);

/**
 * What the options ask for, as the command takes it.
 *
 * @param specId Of the spec that `--spec` names.
 * @throws ScriptStopped naming the first thing that is missing or wrong.
 */
export function confirmedImport(
  options: ImportOptions,
  read: readonly ImportedRelease[],
  specId: string | null,
): ImportSpec {
  const title = options.title ?? read.at(-1)?.preview.title ?? nameOf(options.place);
  const input = ImportSpec.safeParse({
    target: specId
      ? { kind: "existing", specId }
      : { kind: "new", title: title.slice(0, 120), slug: options.slug ?? slugOf(title) },
    releases: options.asHistory ? read.map(releaseOf) : [],
  });
  if (input.success) return input.data;
  const [issue] = input.error.issues;
  throw new ScriptStopped(`${issue?.path.join(".")}: ${issue?.message}`);
}

function releaseOf({ preview: { label, date, folder } }: ImportedRelease, index: number) {
  const place = folder === "" ? "The spec" : folder;
  if (label === null || date === null) {
    throw new ScriptStopped(
      `${place} does not tell its ${label === null ? "label" : "day"}. Name its folder by its day, such as 2026-03-10, or put a commit.json with "date" beside it.`,
    );
  }
  return { index, label: label.toLowerCase(), publishedAt: date };
}

const nameOf = (place: string) => path.basename(place).replace(/\.[^.]+$/, "");
