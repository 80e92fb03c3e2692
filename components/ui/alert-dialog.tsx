"use client";

import { AlertDialog as Primitive } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { DialogActions, dialogStyle } from "./dialog";
import { Scrim } from "./scrim";

export interface AlertDialogProps {
  /** The question, for example "Remove Ines from this spec?" */
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that does it, in words that name the deed: "Remove Ines", never "OK". */
  confirm: string;
  cancel?: string;
  danger?: boolean;
  onConfirm: () => void;
  children?: ReactNode;
}

/** A question that must be answered before going on. The safe answer has the focus first. */
export function AlertDialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  confirm,
  cancel = "Cancel",
  danger = false,
  onConfirm,
  children,
}: AlertDialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Scrim />
        <Primitive.Content aria-modal className={cn(dialogStyle, "max-w-md")}>
          <div className="min-h-0 overflow-y-auto px-5 pt-4 pb-5">
            <Primitive.Title className="font-serif text-lg font-semibold">{title}</Primitive.Title>
            <Primitive.Description className="mt-1 text-pretty text-ink-muted">
              {description}
            </Primitive.Description>
            {children && <div className="mt-4">{children}</div>}
          </div>
          <DialogActions>
            <Primitive.Cancel asChild>
              <Button>{cancel}</Button>
            </Primitive.Cancel>
            <Primitive.Action asChild>
              <Button variant={danger ? "danger" : "primary"} onClick={onConfirm}>
                {confirm}
              </Button>
            </Primitive.Action>
          </DialogActions>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
