import type { Change } from "@/lib/diff/change";
import { KIND_WORDS } from "./change-groups";
import { WordDiff } from "./word-diff";

export interface PromptChangesProps {
  changes: readonly Change[];
}

/** Files of evaluation prompts that changed: they stand outside of the text. */
export function PromptChanges({ changes }: PromptChangesProps) {
  const own = changes.filter(({ kind }) => kind.startsWith("prompts."));
  if (own.length === 0) return null;
  const headers = own.filter((change) => "headerOnly" in change && change.headerOnly);
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

function PromptChange({ change }: { change: Change }) {
  const short = "headerOnly" in change && change.headerOnly;
  const words = <WordDiff parts={change.parts} />;
  return (
    <li id={change.id} tabIndex={-1}>
      <code>{change.to?.prompts ?? change.from?.prompts}</code>{" "}
      {short ? words : KIND_WORDS[change.kind]}
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
