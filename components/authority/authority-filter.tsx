"use client";

import { Chip } from "@/components/ui/chip";
import { AuthorityBar } from "./authority-bar";
import type { LevelLook } from "./level-look";

export interface AuthorityFilterProps {
  levels: (LevelLook & { count?: number })[];
  /** Names of the levels that show; none chosen shows all. */
  selected: string[];
  onChange: (selected: string[]) => void;
}

/** Shows only the clauses of some levels. */
export function AuthorityFilter({ levels, selected, onChange }: AuthorityFilterProps) {
  const toggle = (name: string) =>
    onChange(
      selected.includes(name) ? selected.filter((other) => other !== name) : [...selected, name],
    );
  return (
    <div role="group" aria-label="Show levels" className="flex flex-wrap gap-1.5">
      {levels.map((level) => (
        <Chip
          key={level.name}
          pressed={selected.includes(level.name)}
          count={level.count}
          onClick={() => toggle(level.name)}
        >
          {level.shape !== "none" && (
            <AuthorityBar shape={level.shape} colour={level.colour} className="h-3.5" />
          )}
          {level.name}
        </Chip>
      ))}
    </div>
  );
}
