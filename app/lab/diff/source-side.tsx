/** A text as it is written, under a title; it scrolls by keyboard too. */
export function SourceSide({ title, text }: { title: string; text: string }) {
  return (
    <section aria-label={title} className="mt-6 min-w-0">
      <h3 className="mb-2 text-sm font-semibold">{title}</h3>
      <pre
        tabIndex={0}
        className="max-h-96 overflow-auto rounded border border-line p-3 font-mono text-xs leading-relaxed whitespace-pre-wrap"
      >
        {text}
      </pre>
    </section>
  );
}
