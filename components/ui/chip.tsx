"use client";

import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

export interface ChipProps extends ComponentProps<"button"> {
  pressed: boolean;
  count?: number;
  children: ReactNode;
}

/** A filter that is on or off. A tick shows "on" besides the colour. */
export function Chip({ pressed, count, className, children, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={cn(
        "inline-flex min-h-8 items-center gap-1.5 rounded-full border border-line bg-raised px-3 text-sm text-ink hover:border-line-strong disabled:opacity-55",
        "aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent",
        className,
      )}
      {...rest}
    >
      {pressed && <Check aria-hidden className="-ms-1 size-3.5" />}
      {children}
      {count !== undefined && <span className="tabular-nums">{count}</span>}
    </button>
  );
}
