import { sentenceOf } from "@/lib/diff/sentence";
import type { DiffLayoutView } from "./diff-layout";

/** All changes as sentences, for those who rather listen or scan than compare. */
export function ChangeList({ view }: { view: DiffLayoutView }) {
  const own = view.shown.filter(({ partOf }) => partOf === null);
  return (
    <details className="diff-list">
      <summary>{own.length === 1 ? "The change" : `All ${own.length} changes`} as a list</summary>
      <ol>
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
