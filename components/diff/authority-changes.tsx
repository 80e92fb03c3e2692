import type { Change, ChangeOf } from "@/lib/diff/change";
import type { Comparison } from "./comparison";
import type { DiffLayoutView } from "./diff-layout";
import { Level } from "./change-notes";
import { FromTo } from "./from-to";

export interface AuthorityChangesProps {
  comparison: Comparison;
  view: DiffLayoutView;
}

/** Who may override what: the first thing to know about a new version. */
export function AuthorityChanges({ comparison, view }: AuthorityChangesProps) {
  const own = view.shown.filter(
    ({ kind }) => kind === "section.authority" || kind.startsWith("level."),
  );
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="authority-changes" className="diff-authority">
      <h2 id="authority-changes">Authority</h2>
      <ul>
        {own.map((change) => (
          <li key={change.id} id={change.kind.startsWith("level.") ? change.id : undefined}>
            <Words change={change} comparison={comparison} anchor={view.anchorOf.get(change.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WordsProps {
  change: Change;
  comparison: Comparison;
  anchor: string | undefined;
}

function Words({ change, comparison, anchor }: WordsProps) {
  const { before, after } = change;
  const was = <Level id={before} comparison={comparison} side="before" />;
  const is = <Level id={after} comparison={comparison} side="after" />;
  switch (change.kind) {
    case "section.authority":
      return (
        <>
          <FromTo before={was} after={is} />
          <a className="link" href={`#${anchor}`}>
            {change.to?.sectionTitle ?? change.from?.sectionTitle}
          </a>
          <small>
            {change.direction ??
              (before === null ? "has authority now" : "has no authority any more")}
          </small>
        </>
      );
    case "level.renamed":
      return (
        <>
          <FromTo before={was} after={is} />
          <span>the level has another name</span>
          <small>{clauses(change)}</small>
        </>
      );
    case "level.added":
      return <>{is} is a new level</>;
    case "level.removed":
      return <>{was} is no level any more</>;
    case "level.changed":
      return <>{is} ranks or binds otherwise</>;
    default:
      return null;
  }
}

function clauses({ sections }: ChangeOf<"level.renamed">): string {
  const count = sections.length;
  return `${count} ${count === 1 ? "clause keeps" : "clauses keep"} their authority under it`;
}
