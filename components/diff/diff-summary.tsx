import type { ReactNode } from "react";
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
import type { DiffParts } from "./diff-parts";
import { FilterChip } from "./filter-chip";

export interface DiffSummaryProps {
  comparison: Comparison;
  view: DiffLayoutView;
  filter: DiffFilter;
  hrefWith: (filter: DiffFilter) => string;
  parts: DiffParts;
}

/** What changed, before any text: counts to filter by, authority first. */
export function DiffSummary({ comparison, view, filter, hrefWith, parts }: DiffSummaryProps) {
  const { changes } = comparison.diff;
  const { Link } = parts;
  const counts = countByGroup(changes.filter((change) => filter.classes.includes(change.class)));
  const ofClass = (name: string) =>
    changes.filter((change) => change.class === name && change.partOf === null).length;
  const chosen = filter.groups.length + filter.levels.length > 0 || filter.chapter !== null;
  return (
    <div className="diff-summary" data-print="keep">
      <div className="diff-filters">
        <FilterRow label="Show">
          {CHANGE_GROUPS.filter((group) => counts[group] > 0 || filter.groups.includes(group)).map(
            (group) => (
              <FilterChip
                key={group}
                Link={Link}
                href={hrefWith({ ...filter, groups: toggled(filter.groups, group) })}
                on={filter.groups.includes(group)}
                count={counts[group]}
              >
                {GROUP_NAMES[group]}
              </FilterChip>
            ),
          )}
        </FilterRow>
        <FilterRow label="Kind">
          {CHANGE_CLASSES.map((name) => (
            <FilterChip
              key={name}
              Link={Link}
              href={hrefWith({ ...filter, classes: toggledClasses(filter, name) })}
              on={filter.classes.includes(name)}
              count={ofClass(name)}
            >
              {CLASS_NAMES[name]}
            </FilterChip>
          ))}
        </FilterRow>
        <LevelFilter {...{ comparison, filter, hrefWith, parts }} />
        {chosen && (
          <Link
            className="link"
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

function LevelFilter({ comparison, filter, hrefWith, parts }: Omit<DiffSummaryProps, "view">) {
  const { levels } = comparison.after.document;
  if (levels.length === 0) return null;
  return (
    <FilterRow label="Level">
      {levels.map(({ key, name }) => (
        <FilterChip
          key={key}
          Link={parts.Link}
          href={hrefWith({ ...filter, levels: toggled(filter.levels, key) })}
          on={filter.levels.includes(key)}
        >
          {name}
        </FilterChip>
      ))}
    </FilterRow>
  );
}

function FilterRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="diff-filter">
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}
