import { cn } from "@/components/ui/cn";
import { AuthorityBadge } from "./authority-badge";
import { AuthorityBar } from "./authority-bar";
import type { LevelLook } from "./level-look";

export interface AuthorityLegendProps {
  /** Highest first. `meaning` is the spec's own sentence on the level. */
  levels: (LevelLook & { meaning?: string })[];
  className?: string;
}

/** How to read the marks of this spec: each level's bar, badge and meaning. */
export function AuthorityLegend({ levels, className }: AuthorityLegendProps) {
  return (
    <dl className={cn("grid grid-cols-[auto_1fr] gap-x-4 gap-y-2.5", className)}>
      {levels.map((level) => (
        <div key={level.name} className="col-span-2 grid grid-cols-subgrid items-center">
          <dt className="flex items-center gap-3">
            <AuthorityBar shape={level.shape} colour={level.colour} className="h-5" />
            <AuthorityBadge {...level} />
          </dt>
          <dd className="text-sm text-ink-muted">{level.meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
