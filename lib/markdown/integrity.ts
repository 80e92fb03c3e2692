import type { SpecDocument } from "@/lib/spec/document";
import { lint } from "@/lib/spec/lint/lint";
import { promptHeader } from "@/lib/spec/prompt-header";
import { walk } from "@/lib/spec/walk";
import type { Note, NoteCode } from "./notes";
import type { Parsed } from "./parse";

/** The rules of the linter that are about whether a source hangs together. */
const RULES: Record<string, NoteCode> = {
  "dangling-reference": "dangling-reference",
  "marker-without-prompts": "marker-without-prompts",
  "prompts-without-marker": "prompts-without-marker",
  "stale-prompts-header": "stale-header",
  "duplicate-id": "duplicate-id",
  "duplicate-title": "duplicate-title",
};

/** What an import should show before anybody relies on it. */
export interface IntegrityReport {
  /** In the order of files and lines. */
  notes: Note[];
  /** Blocks kept as source, by kind. */
  raw: Record<string, number>;
}

/**
 * Checks what was read: references without a target, evaluation markers and prompts that do not match,
 * stale headers, mangled tags, doubled ids and titles, and what stays as source. Nothing of it stops an
 * import; newer releases of the Model Spec break these rules, too.
 */
export function integrityReport({ document, notes, lines, source }: Parsed): IntegrityReport {
  const main = Object.keys(source.files).find((path) => source.files[path]!.prompts === null) ?? "";
  const found = lint(document, { lines }).flatMap((finding): Note[] => {
    const code = RULES[finding.rule];
    if (code === undefined) return [];
    const { severity, message, uid } = finding;
    const place = uid === null ? undefined : lines.get(uid);
    const note = { code, message, uid, file: place?.file ?? main, line: place?.line ?? 1 };
    return [{ ...note, severity: severity === "error" ? "error" : "warning" }];
  });
  const all = [...notes, ...found, ...missingHeaders(document, lines)];
  return { notes: all.sort(byPlace), raw: rawKinds(document) };
}

/** Prompts files that do not say where they belong. */
function missingHeaders(document: SpecDocument, lines: Parsed["lines"]): Note[] {
  return document.prompts.flatMap((file): Note[] => {
    if (promptHeader(file)) return [];
    const uid = file.content[0]?.attrs.uid ?? null;
    const place = uid === null ? undefined : lines.get(uid);
    const message = `The prompts of ${file.id} do not start with "Examples for [^${file.id}] in …:".`;
    const note = { code: "missing-header" as const, severity: "info" as const, message, uid };
    return [{ ...note, file: place?.file ?? file.id, line: place?.line ?? 1 }];
  });
}

function rawKinds(document: SpecDocument): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const content of [document.content, ...document.prompts.map((file) => file.content)]) {
    walk(content, (node) => {
      if (node.type !== "raw") return;
      const kind = String(node.attrs?.["kind"]);
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    });
  }
  return kinds;
}

function byPlace(a: Note, b: Note): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
