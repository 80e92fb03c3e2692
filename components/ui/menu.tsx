"use client";

import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "./cn";

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

const ITEM =
  "flex min-h-8 items-center gap-2.5 rounded-xs px-2.5 py-1.5 outline-none select-none data-disabled:text-ink-muted data-disabled:opacity-60 " +
  "data-highlighted:bg-sunken data-highlighted:inset-ring-1 data-highlighted:inset-ring-line-strong forced-colors:data-highlighted:outline-2 [&_svg]:size-4 [&_svg]:shrink-0";

/** A list of things to do, opened by a button. */
export function Menu({ trigger, align = "end", open, onOpenChange, children }: MenuProps) {
  // Not modal: the modal kind locks the page through a style element, which our policy refuses.
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-48 animate-appear overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-overlay"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export interface MenuItemProps extends ComponentProps<typeof DropdownMenu.Item> {
  danger?: boolean;
}

/** One thing to do. With `asChild`, its child may be a link. */
export function MenuItem({ danger = false, className, ...rest }: MenuItemProps) {
  return <DropdownMenu.Item className={cn(ITEM, danger && "text-negative", className)} {...rest} />;
}

/** Words above a part of the menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2.5 pt-1.5 pb-1 text-xs text-ink-muted">
      {children}
    </DropdownMenu.Label>
  );
}

/** A line between parts of the menu. */
export function MenuSeparator() {
  return <DropdownMenu.Separator className="mx-1 my-1 h-px bg-line" />;
}

export interface MenuChoiceProps {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  options: { value: string; label: ReactNode }[];
}

/** One of a few, inside a menu; the chosen one carries a tick. */
export function MenuChoice({ label, value, onValueChange, options }: MenuChoiceProps) {
  return (
    <DropdownMenu.RadioGroup aria-label={label} value={value} onValueChange={onValueChange}>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={ITEM}>
          {option.label}
          <DropdownMenu.ItemIndicator className="ms-auto ps-3 text-accent">
            <Check aria-hidden />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
