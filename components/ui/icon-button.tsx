"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

export interface IconButtonProps extends Omit<ButtonProps, "aria-label" | "children" | "pending"> {
  /** What happens, in words: the accessible name and the tooltip. */
  "aria-label": string;
  children: ReactNode;
  /** Set false where a tooltip would repeat visible words. */
  tooltip?: boolean;
}

const SQUARE = { sm: "size-8", md: "size-9", lg: "size-11" } as const;

/** A button that is only an icon, named for everyone by `aria-label`. */
export function IconButton({
  variant = "quiet",
  size = "md",
  tooltip = true,
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <Button
      variant={variant}
      size={size}
      className={cn(SQUARE[size ?? "md"], "p-0", className)}
      {...rest}
    />
  );
  return tooltip ? <Tooltip text={rest["aria-label"]}>{button}</Tooltip> : button;
}
