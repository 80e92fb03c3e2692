"use client";

import type { ComponentProps, MouseEvent } from "react";
import { buttonStyle, type ButtonLook } from "./button-style";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export interface ButtonProps extends ComponentProps<"button">, ButtonLook {
  /** Work is under way: the words stay, a spinner joins them, and clicks do nothing. */
  pending?: boolean;
}

/** A button that says what happens. `type` is "button" unless told: a stray submit loses people's words. */
export function Button({
  variant,
  size,
  pending = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  // Not `disabled` while pending: a disabled button drops the keyboard focus to the page's start.
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type={type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={cn(buttonStyle({ variant, size }), className)}
      onClick={handleClick}
      {...rest}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}
