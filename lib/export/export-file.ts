import { strToU8, zipSync } from "fflate";
import { clauseMarkdown } from "@/lib/markdown/clause-markdown";
import { examplesAsJsonLines } from "@/lib/markdown/json-lines";
import { print, printText } from "@/lib/markdown/print";
import type { SourceMap } from "@/lib/markdown/source-map";
import type { SpecFiles } from "@/lib/markdown/spec-files";
import { canonicalJson } from "@/lib/spec/canonical-json";
import type { SpecDocument } from "@/lib/spec/document";

/** One version of a spec, as it is kept. */
export interface Exportable {
  /** The spec's place in addresses, for names of files. */
  slug: string;
  /** Null for the draft. */
  label: string | null;
  document: SpecDocument;
  /** What gives the Markdown it came from its bytes back. */
  source: SourceMap | null;
}

export const EXPORT_FORMATS = ["markdown", "zip", "json", "json-with-source", "examples"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportFile {
  name: string;
  /** Media type. */
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
}

const MARKDOWN_TYPE = "text/markdown; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/** Writes a version of a spec in a form. The same version always gives the same bytes. */
export function exportFile(version: Exportable, format: ExportFormat): ExportFile {
  const { document, label } = version;
  const source = version.source ?? undefined;
  const name = `${version.slug}-${label ?? "draft"}`;
  switch (format) {
    case "markdown":
      return { name: `${name}.md`, type: MARKDOWN_TYPE, body: printText(document, source) };
    case "zip":
      return { name: `${name}.zip`, type: "application/zip", body: zip(print(document, source)) };
    case "json":
      // Nothing around it: its SHA-256 is the hash that approvals and releases name.
      return { name: `${name}.json`, type: JSON_TYPE, body: canonicalJson(document) };
    case "json-with-source":
      return {
        name: `${name}-with-source.json`,
        type: JSON_TYPE,
        body: canonicalJson(source ? { document, source } : { document }),
      };
    case "examples":
      return {
        name: `${name}-examples.jsonl`,
        type: "application/x-ndjson; charset=utf-8",
        body: examplesAsJsonLines(document, label),
      };
  }
}

/** One section with what stands under it, null when there is none of this id. */
export function exportClause(version: Exportable, id: string): ExportFile | null {
  const text = clauseMarkdown(version.document, id, version.source ?? undefined);
  if (text === null) return null;
  const safe = id.replaceAll(/[^A-Za-z0-9_.-]/g, "_").slice(0, 80);
  const name = `${version.slug}-${version.label ?? "draft"}-${safe}.md`;
  return { name, type: MARKDOWN_TYPE, body: text };
}

/** A release as it stands in an export of all of them. */
export interface ExportableRelease extends Exportable {
  label: string;
  publishedAt: Date;
  changelog: string;
}

/** All releases in one zip, a folder for each: what an import takes as history. */
export function exportHistory(slug: string, releases: readonly ExportableRelease[]): ExportFile {
  const files: SpecFiles = {};
  for (const { label, publishedAt, changelog, document, source } of releases) {
    for (const [path, text] of Object.entries(print(document, source ?? undefined))) {
      files[`${label}/${path}`] = text;
    }
    const commit = { date: publishedAt.toISOString(), message: changelog };
    files[`${label}/commit.json`] = `${JSON.stringify(commit)}\n`;
  }
  return { name: `${slug}-releases.zip`, type: "application/zip", body: zip(files) };
}

/** Times are left out: a zip of the same files is the same bytes. */
function zip(files: SpecFiles): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return Uint8Array.from(zipSync(Object.fromEntries(entries), { mtime: "1980-01-01 00:00:00" }));
}
