import { sentenceOf } from "@/lib/diff/sentence";
import type { DiffLayoutView } from "./diff-layout";

/** All changes as sentences, for those who rather listen or scan than compare. */
export function ChangeList({ view }: { view: DiffLayoutView }) {
  const own = view.shown.filter(({ partOf }) => partOf === null);
  return (
    <details className="mt-10 border-t border-line pt-4">
      <summary className="font-semibold">
        {own.length === 1 ? "The change" : `All ${own.length} changes`} as a list
      </summary>
      <ol className="mt-3 grid max-w-prose list-decimal gap-1.5 ps-8 text-sm">
        {own.map((change) => (
          <li key={change.id}>
            <a className="link" href={`#${view.anchorOf.get(change.id) ?? change.id}`}>
              {sentenceOf(change)}
            </a>
          </li>
        ))}
      </ol>
    </details>
  );
}
