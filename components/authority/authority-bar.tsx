import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { LevelColour, LevelShape } from "@/lib/spec/level-style";
import { LEVEL_CLASS } from "./level-look";

export interface AuthorityBarProps {
  shape: LevelShape;
  colour: LevelColour;
  className?: string;
  /** The clause it runs beside. The bar is decoration: the badge says the level in words. */
  children?: ReactNode;
}

/** A thin line in the level's shape along the left edge of its content; alone, a swatch of that line. */
export function AuthorityBar({ shape, colour, className, children }: AuthorityBarProps) {
  return (
    <div
      data-shape={shape}
      className={cn("level-bar", LEVEL_CLASS[colour], children ? "ps-5" : "h-full", className)}
    >
      {shape === "lock-bar" && children && (
        <span className="absolute -start-[11px] top-0 flex h-5 w-[17px] items-center justify-center rounded-xs bg-(--level-fill) text-on-fill">
          <Lock aria-hidden strokeWidth={2.5} className="size-2.5" />
        </span>
      )}
      {children}
    </div>
  );
}
