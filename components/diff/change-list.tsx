import type { Change } from "@/lib/diff/change";
import { KIND_WORDS } from "./change-groups";
import type { DiffLayoutView } from "./diff-layout";

const LONGEST = 90;

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
              {KIND_WORDS[change.kind]}
            </a>{" "}
            {placeWords(change)}
            {valueWords(change)}
          </li>
        ))}
      </ol>
    </details>
  );
}

function placeWords({ from, to }: Change): string {
  const place = to ?? from;
  if (!place) return "";
  const example = place.exampleTitle ? `, example “${short(place.exampleTitle)}”` : "";
  return place.sectionTitle ? `in ${place.sectionTitle}${example}` : "";
}

function valueWords({ before, after }: Change): string {
  if (before !== null && after !== null)
    return before === after ? "" : `: “${short(before)}” became “${short(after)}”`;
  const only = after ?? before;
  return only === null ? "" : `: “${short(only)}”`;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}
