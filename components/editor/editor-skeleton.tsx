/** What shows while the editor and the text are on their way, in the shape of what comes. */
export function EditorSkeleton() {
  return (
    <div className="mx-auto w-full max-w-measure px-4 py-16" aria-busy="true">
      <p role="status" className="mb-8 text-ink-muted">
        Opening the draft …
      </p>
      <div aria-hidden className="flex animate-breathe flex-col gap-4">
        {[
          "w-2/3 h-8",
          "w-full h-4",
          "w-full h-4",
          "w-5/6 h-4",
          "w-1/2 h-6",
          "w-full h-4",
          "w-3/4 h-4",
        ].map((size, place) => (
          <div key={place} className={`rounded-sm bg-sunken ${size}`} />
        ))}
      </div>
    </div>
  );
}
