import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReleasePreview } from "@/lib/import/release-preview";
import type { Note, NoteCode } from "@/lib/markdown/notes";

/** What an import report has to say, by kind; nothing of it stops an import. */
export function IntegrityList({ notes, noteCounts }: Pick<ReleasePreview, "notes" | "noteCounts">) {
  const total = noteCounts.error + noteCounts.warning + noteCounts.info;
  if (total === 0) {
    return (
      <p className="flex gap-2">
        <CircleCheck aria-hidden className="mt-px size-4 shrink-0 text-positive" />
        Nothing to report: references lead somewhere, ids and titles stand once, tags are well
        written.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-sm text-ink-muted">
        {total.toLocaleString("en")} {total === 1 ? "remark" : "remarks"}. None of them stops the
        import, and nothing of the source is lost.
      </p>
      {[...grouped(notes)].map(([code, group]) => (
        <NoteGroup key={code} code={code} notes={group} />
      ))}
      {notes.length < total && (
        <p className="text-sm text-ink-muted">
          The {notes.length} most serious ones are shown. <code>precept inspect</code> on the
          command line lists all.
        </p>
      )}
    </div>
  );
}

const LOOK = {
  error: { Icon: CircleAlert, tone: "text-negative", word: "Error" },
  warning: { Icon: TriangleAlert, tone: "text-caution", word: "Warning" },
  info: { Icon: Info, tone: "text-accent", word: "Note" },
} as const;

function NoteGroup({ code, notes }: { code: NoteCode; notes: readonly Note[] }) {
  const { Icon, tone, word } = LOOK[notes[0]!.severity];
  return (
    <details className="rounded-md border border-line" open={notes.length < 4}>
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-md px-3 py-2 font-medium">
        <Icon aria-hidden className={`size-4 shrink-0 ${tone}`} />
        <span className="sr-only">{word}: </span>
        <span className="flex-1">{KIND_WORDS[code]}</span>
        <span className="text-ink-muted tabular-nums">{notes.length}</span>
      </summary>
      <ul className="flex flex-col gap-1.5 border-t border-line px-3 py-2 text-sm">
        {notes.map(({ file, line, message }, index) => (
          <li key={index} className="flex flex-wrap gap-x-3">
            <code className="shrink-0 font-mono text-xs leading-[18px] text-ink-muted">
              {file}:{line}
            </code>
            <span className="min-w-0 flex-1 basis-64 wrap-anywhere">{message}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function grouped(notes: readonly Note[]): Map<NoteCode, Note[]> {
  const groups = new Map<NoteCode, Note[]>();
  for (const note of notes) groups.set(note.code, [...(groups.get(note.code) ?? []), note]);
  return groups;
}

const KIND_WORDS: Record<NoteCode, string> = {
  "mangled-tag": "Tags written in an odd way",
  "opaque-example": "Examples that could not be read",
  "stray-text": "Text between messages",
  "kept-as-source": "Kept as source",
  "too-deep": "Nested too deeply",
  "heading-without-id": "Headings without an id",
  "unknown-verdict": "Verdicts that are not known",
  "file-ignored": "Files that were left out",
  "dangling-reference": "References that lead nowhere",
  "marker-without-prompts": "Evaluation markers without prompts",
  "prompts-without-marker": "Evaluation prompts without a marker",
  "stale-header": "Headers that name another section",
  "missing-header": "Prompts without a header",
  "duplicate-id": "Ids that stand twice",
  "duplicate-title": "Titles that stand twice",
};
