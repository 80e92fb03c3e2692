"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { Scrim } from "./scrim";

export interface SheetProps {
  title: string;
  trigger?: ReactElement;
  /** The side on which the column stands where there is room for it. */
  side?: "start" | "end";
  /** A page has room to write in. */
  width?: "column" | "page";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

const SIDES = {
  start: "start-0 animate-slide-in border-e",
  end: "end-0 animate-appear border-s",
};

const WIDTHS = { column: "w-[min(20rem,88vw)]", page: "w-[min(44rem,100vw)]" };

/** A column over the page: what a side column becomes on a phone, or a second text beside the first. */
export function Sheet({
  title,
  trigger,
  side = "start",
  width = "column",
  open,
  onOpenChange,
  children,
}: SheetProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Scrim />
        <Primitive.Content
          aria-describedby={undefined}
          className={cn(
            "fixed inset-y-0 z-50 flex flex-col border-line bg-surface shadow-overlay outline-none",
            SIDES[side],
            WIDTHS[width],
          )}
        >
          <header className="flex items-center justify-between border-b border-line py-2 ps-4 pe-2">
            <Primitive.Title className="font-semibold">{title}</Primitive.Title>
            <Primitive.Close asChild>
              <IconButton aria-label="Close" tooltip={false}>
                <X aria-hidden />
              </IconButton>
            </Primitive.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-3">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
