import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonStyle, type ButtonLook } from "./button-style";
import { cn } from "./cn";

/** A link that looks like a button, for going somewhere. To do something, use Button. */
export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={cn(buttonStyle({ variant, size }), className)} {...rest} />;
}
