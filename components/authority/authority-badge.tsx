import { Lock } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { LevelShape } from "@/lib/spec/level-style";
import { LEVEL_CLASS, type LevelLook } from "./level-look";

const SHAPES: Record<LevelShape, string> = {
  "lock-bar": "border border-(--level-fill) bg-(--level-fill) text-on-fill",
  "double-bar": "border-s-6 border-double border-(--level) bg-(--level)/10 text-(--level)",
  solid: "border border-solid border-(--level) text-(--level)",
  dashed: "border border-dashed border-(--level) text-(--level)",
  dotted: "border-2 border-dotted border-(--level)/60 text-(--level)",
  none: "px-0 text-ink-muted",
};

export interface AuthorityBadgeProps extends LevelLook {
  className?: string;
}

/** An authority level by name, colour and shape. Reads as "<name> level" to a screen reader. */
export function AuthorityBadge({ name, shape, colour, className }: AuthorityBadgeProps) {
  return (
    <span
      data-shape={shape}
      className={cn(
        "inline-flex h-5 items-center gap-1 rounded-xs px-1.5 align-middle text-2xs leading-none font-semibold tracking-caps whitespace-nowrap uppercase",
        LEVEL_CLASS[colour],
        SHAPES[shape],
        className,
      )}
    >
      {shape === "lock-bar" && <Lock aria-hidden strokeWidth={2.5} className="-ms-0.5 size-3" />}
      {name}
      <span className="sr-only"> level</span>
    </span>
  );
}
