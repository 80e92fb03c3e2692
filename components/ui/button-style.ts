import { cva, type VariantProps } from "class-variance-authority";

/** The look of buttons, shared by Button, ButtonLink and IconButton. */
export const buttonStyle = cva(
  "inline-flex items-center justify-center gap-2 rounded-sm border font-medium select-none transition-colors " +
    "aria-disabled:cursor-default disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "border-transparent bg-accent-fill text-on-fill enabled:hover:bg-accent-fill-strong [a&]:hover:bg-accent-fill-strong",
        secondary:
          "border-ink/22 bg-raised text-ink shadow-raised enabled:hover:bg-sunken [a&]:hover:bg-sunken",
        quiet:
          "border-transparent text-ink-muted enabled:hover:bg-sunken enabled:hover:text-ink [a&]:hover:bg-sunken [a&]:hover:text-ink data-[state=open]:bg-sunken data-[state=open]:text-ink",
        danger:
          "border-transparent bg-negative-fill text-on-fill enabled:hover:bg-negative-fill-strong [a&]:hover:bg-negative-fill-strong",
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
