import Link from "next/link";
import {
  CHANGE_CLASSES,
  CHANGE_GROUPS,
  CLASS_NAMES,
  countByGroup,
  GROUP_NAMES,
} from "./change-groups";
import { AuthorityChanges } from "./authority-changes";
import type { Comparison } from "./comparison";
import { toggled, type DiffFilter } from "./diff-filter";
import type { DiffLayoutView } from "./diff-layout";
import { FilterChip } from "./filter-chip";

export interface DiffSummaryProps {
  comparison: Comparison;
  view: DiffLayoutView;
  filter: DiffFilter;
  hrefWith: (filter: DiffFilter) => string;
}

/** What changed, before any text: counts to filter by, authority first. */
export function DiffSummary({ comparison, view, filter, hrefWith }: DiffSummaryProps) {
  const { changes } = comparison.diff;
  const counts = countByGroup(changes.filter((change) => filter.classes.includes(change.class)));
  const ofClass = (name: string) =>
    changes.filter((change) => change.class === name && change.partOf === null).length;
  const chosen = filter.groups.length + filter.levels.length > 0 || filter.chapter !== null;
  return (
    <div className="mb-8 grid gap-5 border-y border-line py-5" data-print="keep">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <FilterRow label="Show">
          {CHANGE_GROUPS.filter((group) => counts[group] > 0 || filter.groups.includes(group)).map(
            (group) => (
              <FilterChip
                key={group}
                href={hrefWith({ ...filter, groups: toggled(filter.groups, group) })}
                on={filter.groups.includes(group)}
                count={counts[group]}
              >
                {GROUP_NAMES[group]}
              </FilterChip>
            ),
          )}
        </FilterRow>
        <FilterRow label="Kinds of change">
          {CHANGE_CLASSES.map((name) => (
            <FilterChip
              key={name}
              href={hrefWith({ ...filter, classes: toggledClasses(filter, name) })}
              on={filter.classes.includes(name)}
              count={ofClass(name)}
            >
              {CLASS_NAMES[name]}
            </FilterChip>
          ))}
        </FilterRow>
        <LevelFilter {...{ comparison, filter, hrefWith }} />
        {chosen && (
          <Link
            className="link text-sm"
            scroll={false}
            href={hrefWith({ ...filter, groups: [], levels: [], chapter: null })}
          >
            Show everything
          </Link>
        )}
      </div>
      <AuthorityChanges comparison={comparison} view={view} />
    </div>
  );
}

/** The last class cannot be switched off: nothing would be left to see. */
function toggledClasses(filter: DiffFilter, name: DiffFilter["classes"][number]) {
  const next = toggled(filter.classes, name);
  return next.length === 0 ? filter.classes : CHANGE_CLASSES.filter((each) => next.includes(each));
}

function LevelFilter({ comparison, filter, hrefWith }: Omit<DiffSummaryProps, "view">) {
  const { levels } = comparison.after.document;
  if (levels.length === 0) return null;
  return (
    <FilterRow label="Authority of the clause">
      {levels.map(({ key, name }) => (
        <FilterChip
          key={key}
          href={hrefWith({ ...filter, levels: toggled(filter.levels, key) })}
          on={filter.levels.includes(key)}
        >
          {name}
        </FilterChip>
      ))}
    </FilterRow>
  );
}

function FilterRow({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-1.5">
      {children}
    </div>
  );
}
