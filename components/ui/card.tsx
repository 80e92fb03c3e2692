import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** A sheet of paper laid on the page. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("rounded-md border border-line bg-raised p-4", className)} {...rest} />;
}

export interface PanelProps {
  title: ReactNode;
  /** The heading's level in the page's outline. */
  level?: 2 | 3 | 4;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A card with a heading and, at its right, what can be done with it. */
export function Panel({ title, level = 2, actions, className, children }: PanelProps) {
  const Heading = `h${level}` as const;
  return (
    <section className={cn("rounded-md border border-line bg-raised", className)}>
      <header className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-1.5">
        <Heading className="font-semibold">{title}</Heading>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <div className="p-4">{children}</div>
    </section>
  );
}
