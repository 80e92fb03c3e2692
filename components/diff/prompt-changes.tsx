import type { Change } from "@/lib/diff/change";
import { KIND_WORDS } from "./change-groups";
import type { Comparison } from "./comparison";
import { WordDiff } from "./word-diff";

export interface PromptChangesProps {
  changes: readonly Change[];
  comparison: Comparison;
}

/** Files of evaluation prompts that changed: they stand outside of the text. */
export function PromptChanges({ changes }: PromptChangesProps) {
  const own = changes.filter(({ kind }) => kind.startsWith("prompts."));
  if (own.length === 0) return null;
  return (
    <section className="diff-section" aria-labelledby="prompts-title">
      <header className="diff-heading">
        <h3 id="prompts-title">Evaluation prompts</h3>
      </header>
      <ul className="diff-prompts">
        {own.map((change) => (
          <li key={change.id} id={change.id} tabIndex={-1}>
            <code>{change.to?.prompts ?? change.from?.prompts}</code> {KIND_WORDS[change.kind]}
            {"headerOnly" in change && change.headerOnly && (
              <>: only the line that names its section</>
            )}
            {change.parts.length > 0 && (
              <details>
                <summary>Show what changed</summary>
                <pre tabIndex={0} role="group" aria-label="Prompts with their changes">
                  <WordDiff parts={change.parts} />
                </pre>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
