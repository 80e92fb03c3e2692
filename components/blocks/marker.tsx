import type { BlockContext } from "./block-context";

/** Where prompts test the text, as a small sign in the sentence; or the number of a footnote. */
export function Marker({ id, context }: { id: string; context: BlockContext }) {
  if (context.footnotes.has(id)) {
    return (
      <sup>
        <a href={`#fn-${encodeURIComponent(id)}`}>{id}</a>
      </sup>
    );
  }
  if (context.promptCount(id) === 0) return null;
  const label = "Evaluation prompts";
  const href = context.promptsHref(id);
  return href === null ? (
    <span className="marker" role="img" aria-label={label} title={label} />
  ) : (
    <a className="marker" href={href} aria-label={label} />
  );
}
