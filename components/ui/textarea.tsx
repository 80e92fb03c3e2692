"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlStyle } from "./control-style";
import { useFieldControl } from "./field-context";

/** Several lines of text; grows with what is written where the browser can do so. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...props}
      {...useFieldControl(props)}
      rows={rows}
      className={cn(controlStyle, "field-sizing-content min-h-20 py-2", className)}
    />
  );
}
