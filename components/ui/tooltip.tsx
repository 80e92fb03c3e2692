"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "./kbd";

export interface TooltipProps {
  text: ReactNode;
  /** Keys that do the same, such as ["Ctrl", "K"]. */
  keys?: string[];
  side?: "top" | "right" | "bottom" | "left";
  /** One element that takes focus; a tooltip on plain text is out of reach of the keyboard. */
  children: ReactElement;
}

/** A short hint on hover and focus. Nothing that people need may live only here. */
export function Tooltip({ text, keys, side = "bottom", children }: TooltipProps) {
  return (
    <Primitive.Provider delayDuration={500} skipDelayDuration={200}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 flex max-w-64 animate-appear items-center gap-2 rounded-sm bg-ink px-2 py-1 text-xs text-surface shadow-overlay"
          >
            {text}
            {keys && <Kbd keys={keys} className="border-transparent bg-transparent text-surface" />}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
