// Imports a spec into the database: npm run import -- FILE|FOLDER|ZIP --as E-MAIL [options]
import { importSpec } from "@/lib/commands/import/import-spec";
import { requireImportTarget } from "@/lib/commands/import/stage-import";
import { db } from "@/lib/data/db";
import { requireSpec } from "@/lib/data/standing";
import { AppError } from "@/lib/errors";
import { runImport, type ReadProgress } from "@/lib/import/run-import";
import type { Actor } from "@/lib/policy/actor";
import {
  confirmedImport,
  IMPORT_HELP,
  importOptions,
  type ImportOptions,
} from "./import/import-options";
import { previewWords } from "./import/preview-words";
import { readPlace } from "./import/read-place";
import { openDatabase } from "./open-database";
import { main, ScriptStopped } from "./progress";

const say = (line: string) => process.stderr.write(`${line}\n`);

await main(async () => {
  const options = importOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(IMPORT_HELP);
    return;
  }
  // Standard output is for the preview alone.
  console.log = (...words: unknown[]) => say(words.join(" "));
  const input = await readPlace(options.place);
  const { close } = await openDatabase();
  try {
    await run(options, input);
  } catch (error) {
    throw error instanceof AppError ? new ScriptStopped(error.message) : error;
  } finally {
    await close();
  }
});

async function run(options: ImportOptions, input: Parameters<typeof runImport>[0]): Promise<void> {
  const actor = options.as === null ? null : await actorOf(options.as);
  const spec =
    options.spec === null || !actor ? null : await requireSpec(db(), actor, { slug: options.spec });
  const continues = actor ? await requireImportTarget(actor, spec?.id ?? null) : null;
  const read = await runImport(input, { continues, onProgress: tellReading });
  process.stdout.write(`${previewWords(read.map(({ preview }) => preview))}\n`);
  if (options.dryRun || !actor) {
    say("Nothing was written: this was a dry run.");
    return;
  }
  const confirmed = confirmedImport(options, read, spec?.id ?? null);
  const { slug, releases, newLevels } = await importSpec(actor, confirmed, read, (what) =>
    say(`· Writing ${what === "draft" ? "the draft" : `release ${what}`}`),
  );
  const also = releases > 0 ? ` and ${releases} releases` : "";
  say(`✓ Imported the draft${also}: /w/${slug}`);
  if (newLevels.length > 0) {
    say(
      `  New levels at the end of the list: ${newLevels.join(", ")}. Put them where they belong.`,
    );
  }
}

function tellReading({ read, total }: ReadProgress): void {
  if (total !== null && total > 1) say(`· Read ${read} of ${total} releases`);
}

/** Whoever can run this reaches the database anyway; the name is for the record of who did it. */
async function actorOf(email: string): Promise<Actor> {
  const user = await db().user.findUnique({
    where: { email },
    select: { id: true, administratorSince: true, specCreatorSince: true, suspendedAt: true },
  });
  if (!user || user.suspendedAt) {
    throw new ScriptStopped(`Nobody here has the address ${email}, or the account is suspended.`);
  }
  return {
    id: user.id,
    isAdministrator: user.administratorSince !== null,
    isSpecCreator: user.specCreatorSince !== null,
    authenticatedAt: new Date(),
  };
}
