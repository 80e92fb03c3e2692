"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlStyle } from "./control-style";
import { useFieldControl } from "./field-context";

/** One line of text. Inside a Field it needs no id, name or aria attributes. */
export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input {...props} {...useFieldControl(props)} className={cn(controlStyle, "h-9", className)} />
  );
}
