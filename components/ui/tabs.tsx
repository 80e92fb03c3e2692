"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Views of one thing, side by side in place. For pages with addresses of their own, use links. */
export const Tabs = Primitive.Root;

/** The row of tabs; scrolls sideways on a phone. `aria-label` names it. */
export function TabList({ className, ...rest }: ComponentProps<typeof Primitive.List>) {
  return (
    <Primitive.List
      className={cn("flex gap-1 overflow-x-auto border-b border-line", className)}
      {...rest}
    />
  );
}

/** One tab, tied to the panel with the same `value`. */
export function Tab({ className, ...rest }: ComponentProps<typeof Primitive.Trigger>) {
  return (
    <Primitive.Trigger
      className={cn(
        "-mb-px shrink-0 border-b-2 border-transparent px-3 py-2 font-medium whitespace-nowrap text-ink-muted hover:text-ink focus-visible:-outline-offset-2 disabled:opacity-55 forced-colors:border-[Canvas]",
        "data-[state=active]:border-accent forced-colors:data-[state=active]:border-[Highlight] data-[state=active]:text-ink",
        className,
      )}
      {...rest}
    />
  );
}

/** What shows while its tab is chosen. */
export function TabPanel({ className, ...rest }: ComponentProps<typeof Primitive.Content>) {
  return <Primitive.Content className={cn("pt-4", className)} {...rest} />;
}
