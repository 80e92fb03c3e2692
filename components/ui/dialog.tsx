"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { Scrim } from "./scrim";

export interface DialogProps {
  title: ReactNode;
  /** One sentence on what this is for; read out with the title. */
  description?: ReactNode;
  /** The element that opens it, and that gets the focus back. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Buttons, at the bottom right; the main one last. */
  actions?: ReactNode;
  width?: "sm" | "md" | "lg";
  children?: ReactNode;
}

const WIDTHS = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl" } as const;

/** A window over the page for one task. Escape and a click outside close it; the focus returns. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  actions,
  width = "sm",
  children,
}: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Scrim />
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(dialogStyle, WIDTHS[width])}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <div>
              <Primitive.Title className="font-serif text-lg font-semibold">
                {title}
              </Primitive.Title>
              {description && (
                <Primitive.Description className="mt-0.5 text-ink-muted">
                  {description}
                </Primitive.Description>
              )}
            </div>
            <Primitive.Close asChild>
              <IconButton aria-label="Close" tooltip={false} size="sm" className="-me-2">
                <X aria-hidden />
              </IconButton>
            </Primitive.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {actions && <DialogActions>{actions}</DialogActions>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Closes the dialog around it when its child is pressed. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>;
}

/** The look shared with AlertDialog: a sheet at the bottom on a phone, a centred card elsewhere. */
export const dialogStyle =
  "fixed z-50 flex w-full animate-rise flex-col border border-line bg-raised shadow-overlay outline-none " +
  "max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[92dvh] max-sm:max-w-none max-sm:rounded-t-lg " +
  "sm:start-1/2 sm:top-[12dvh] sm:max-h-[76dvh] sm:w-[calc(100%-3rem)] sm:-translate-x-1/2 sm:rounded-lg";

/** The row of buttons at the end of a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
      {children}
    </footer>
  );
}
