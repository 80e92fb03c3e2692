import type { SourceMap } from "@/lib/markdown/source-map";
import type { ProfileName, SpecDocument } from "@/lib/spec/document";
import { carryIdentities } from "./carry-identities";
import { findReleases, type FoundRelease } from "./find-releases";
import { importFiles, type ImportInput } from "./import-files";
import { ImportRefused } from "./import-refused";
import { IMPORT_LIMITS } from "./limits";
import { readJson, readRelease } from "./read-release";
import { releasePreview, type ReleasePreview } from "./release-preview";

/** One version of a spec, read. */
export interface ReadRelease {
  document: SpecDocument;
  source: SourceMap;
  preview: ReleasePreview;
}

export interface ReadOptions {
  /** The dialect; guessed from each text when not given. */
  profile?: ProfileName;
  /** What the oldest release continues: blocks that are known again keep their identity. */
  continues?: SpecDocument | null;
}

/**
 * Reads everything that was handed over, oldest version first. Each version takes over the identities of
 * the one before it.
 *
 * A generator, so that the caller can say how far it is and keep one version in memory at a time.
 *
 * @throws ImportRefused with what to do.
 */
export function* readImport(
  input: ImportInput,
  { profile, continues = null }: ReadOptions = {},
): Generator<ReadRelease | { total: number }> {
  const found = findAll(input);
  if (found.length > IMPORT_LIMITS.releases) {
    throw new ImportRefused(
      `That is more than ${IMPORT_LIMITS.releases} releases. Import them in several parts.`,
    );
  }
  yield { total: found.length };
  // A spec in which nothing was written yet has nothing to continue.
  let before = continues?.content.length ? continues : null;
  for (const release of found) {
    const fresh =
      "json" in release ? readJson(release.folder, release.json) : readRelease(release, profile);
    const carried = before ? carryIdentities(before, fresh, release.label) : null;
    const parsed = carried?.parsed ?? fresh;
    before = parsed.document;
    const preview = releasePreview(release, parsed, carried?.since ?? null);
    yield { document: parsed.document, source: parsed.source, preview };
  }
}

function findAll(input: ImportInput): (FoundRelease | (FoundRelease & { json: string }))[] {
  const texts = importFiles(input);
  const [[name, text] = ["", ""]] = texts;
  const isJson = texts.size === 1 && (/\.json$/i.test(name) || /^\s*\{\s*"/.test(text));
  if (!isJson) return findReleases(texts, input.name);
  return [{ folder: "", label: null, date: null, changelog: "", files: {}, json: text }];
}
