import type { Change } from "@/lib/diff/change";
import { KIND_WORDS } from "./change-groups";
import { FromTo } from "./from-to";
import { WordDiff } from "./word-diff";

export interface PromptChangesProps {
  changes: readonly Change[];
}

/** Files of evaluation prompts that changed: they stand outside of the text. */
export function PromptChanges({ changes }: PromptChangesProps) {
  const own = changes.filter(({ kind }) => kind.startsWith("prompts."));
  if (own.length === 0) return null;
  const headers = own.filter(isHeader);
  return (
    <section className="diff-section" aria-labelledby="prompts-title">
      <header className="diff-heading">
        <h3 id="prompts-title">Evaluation prompts</h3>
      </header>
      <ul className="diff-prompts">
        {own
          .filter((change) => !headers.includes(change))
          .map((change) => (
            <PromptChange key={change.id} change={change} />
          ))}
      </ul>
      {headers.length > 0 && <HeaderChanges changes={headers} />}
    </section>
  );
}

/** A section was renamed or a marker moved, and the first line of each file follows: one line says so. */
function HeaderChanges({ changes }: { changes: readonly Change[] }) {
  return (
    <details className="diff-prompts">
      <summary>
        {changes.length} {changes.length === 1 ? "file names" : "files name"} another section in the
        first line; the prompts are the same
      </summary>
      <ul>
        {changes.map((change) => (
          <PromptChange key={change.id} change={change} />
        ))}
      </ul>
    </details>
  );
}

const isRenamed = ({ before, after }: Change) =>
  before !== null && after !== null && before !== after;

const isHeader = (change: Change) =>
  "headerOnly" in change && change.headerOnly && !isRenamed(change);

function PromptChange({ change }: { change: Change }) {
  const short = isHeader(change);
  if (isRenamed(change)) {
    return (
      <li id={change.id} tabIndex={-1}>
        <FromTo before={<code>{change.before}</code>} after={<code>{change.after}</code>} /> the
        same prompts for another marker
      </li>
    );
  }
  const words = <WordDiff parts={change.parts} />;
  return (
    <li id={change.id} tabIndex={-1}>
      <code>{change.after ?? change.before}</code> {short ? words : KIND_WORDS[change.kind]}
      {!short && change.parts.length > 0 && (
        <details>
          <summary>Show what changed</summary>
          <pre tabIndex={0} role="group" aria-label="Prompts with their changes">
            {words}
          </pre>
        </details>
      )}
    </li>
  );
}
