import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const badgeStyle = cva(
  "inline-flex h-fit max-w-full items-center gap-1 rounded-xs px-1.5 py-0.5 font-sans text-xs font-medium [&_svg]:size-3.5 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "bg-sunken text-ink-muted ring-1 ring-line ring-inset",
        accent: "bg-accent-wash text-accent",
        positive: "bg-positive-wash text-positive",
        caution: "bg-caution-wash text-caution",
        negative: "bg-negative-wash text-negative",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

/** A state or a count in a word or two. The words carry the meaning; the tone only supports it. */
export function Badge({
  tone,
  className,
  ...rest
}: ComponentProps<"span"> & VariantProps<typeof badgeStyle>) {
  return <span className={cn(badgeStyle({ tone }), className)} {...rest} />;
}
