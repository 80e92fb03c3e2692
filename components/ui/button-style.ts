import { cva, type VariantProps } from "class-variance-authority";

/** The look of buttons, shared by Button, ButtonLink and IconButton. */
export const buttonStyle = cva(
  "inline-flex items-center justify-center gap-2 rounded-sm border font-medium select-none transition-colors " +
    "aria-disabled:cursor-default disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "border-transparent bg-accent text-accent-ink enabled:hover:bg-accent-strong [a&]:hover:bg-accent-strong",
        secondary:
          "border-line-strong bg-raised text-ink shadow-raised enabled:hover:bg-sunken [a&]:hover:bg-sunken",
        quiet:
          "border-transparent text-ink-muted enabled:hover:bg-sunken enabled:hover:text-ink [a&]:hover:bg-sunken [a&]:hover:text-ink data-[state=open]:bg-sunken data-[state=open]:text-ink",
        danger:
          "border-transparent bg-negative text-accent-ink enabled:hover:bg-negative-strong [a&]:hover:bg-negative-strong",
      },
      size: {
        sm: "min-h-8 px-3 py-1 text-sm",
        md: "min-h-9 px-3.5 py-1.5 text-base",
        lg: "min-h-11 px-5 py-2 text-md",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonLook = VariantProps<typeof buttonStyle>;
