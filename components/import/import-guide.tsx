import { cn } from "@/components/ui/cn";

/** What can be imported, in words. */
export function ImportGuide({ className }: { className?: string }) {
  return (
    <section className={cn("max-w-prose", className)}>
      <h2 className="mb-3 font-semibold">What can be imported</h2>
      <dl className="flex flex-col gap-3">
        {FORMS.map(([name, words]) => (
          <div key={name}>
            <dt className="font-medium">{name}</dt>
            <dd className="text-ink-muted">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-ink-muted">
        At most 50 MB and 1,000 files. Exported again without an edit, the text is the same byte for
        byte.
      </p>
    </section>
  );
}

const FORMS = [
  [
    "A Markdown file",
    "A spec in the dialect of the Model Spec, or any policy in Markdown. What has no form of its own here is kept as source.",
  ],
  [
    "A folder, or a zip of it",
    "model_spec.md or spec.md, with the evaluation prompts in examples beside it.",
  ],
  [
    "Several releases",
    "A folder for each, named by its day or version, such as 2026-03-10. A commit.json with date and message, or a CHANGELOG.md, tells when each was released and why.",
  ],
  ["Canonical JSON", "As it is exported here, with or without its source."],
] as const;
