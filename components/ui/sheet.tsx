"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { IconButton } from "./icon-button";
import { Scrim } from "./scrim";

export interface SheetProps {
  title: string;
  trigger: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

/** A column that slides in from the left: what a side column becomes on a phone. */
export function Sheet({ title, trigger, open, onOpenChange, children }: SheetProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Scrim />
        <Primitive.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 start-0 z-50 flex w-[min(20rem,88vw)] animate-slide-in flex-col border-e border-line bg-surface shadow-overlay outline-none"
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
