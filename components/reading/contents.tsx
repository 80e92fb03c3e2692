import { LEVEL_CLASS } from "@/components/authority/level-look";
import { typeset } from "@/components/blocks/typesetter";
import type { OutlineEntry } from "@/lib/spec/outline";
import type { LevelFacts } from "./reading-facts";

/**
 * The table of contents: beside the text where there is room, a sheet that opens without a script on a
 * phone. Each line carries the bar of its authority; a chapter that of the highest inside.
 */
export function Contents({
  outline,
  levels,
}: {
  outline: readonly OutlineEntry[];
  levels: readonly LevelFacts[];
}) {
  const used = levels.filter(({ count }) => count > 0);
  return (
    <nav id="contents" popover="auto" aria-label="Contents" className="contents">
      {used.length > 1 && (
        <div className="level-filter needs-script" role="group" aria-label="Show only some levels">
          {used.map((level) => (
            <button
              key={level.key}
              type="button"
              aria-pressed="false"
              data-filter={level.key}
              className={LEVEL_CLASS[level.colour]}
              data-shape={level.shape}
            >
              {level.name} <small>{level.count}</small>
            </button>
          ))}
          <p role="status" />
        </div>
      )}
      <Entries entries={outline} />
    </nav>
  );
}

function Entries({ entries }: { entries: readonly OutlineEntry[] }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry.number}>
          <Entry entry={entry} />
          {entry.children.length > 0 && <Entries entries={entry.children} />}
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: OutlineEntry }) {
  const look = entry.authority ?? entry.badge;
  const bar = look ? { className: LEVEL_CLASS[look.colour], "data-shape": look.shape } : {};
  const title = typeset(entry.title);
  if (entry.id === null) return <span {...bar}>{title}</span>;
  return (
    <a href={`#${encodeURIComponent(entry.id)}`} {...bar}>
      {title}
    </a>
  );
}
