import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface EmptyStateProps {
  icon: LucideIcon;
  title: ReactNode;
  /** One or two sentences: why nothing is here, and what the next step is. */
  children: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** A list with nothing in it teaches the next step. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        "flex flex-col items-center rounded-md border border-dashed border-line px-6 py-10 text-center",
        className,
      )}
    >
      <Icon aria-hidden strokeWidth={1.5} className="mb-3 size-7 text-ink-muted" />
      <p className="font-serif text-lg font-semibold">{title}</p>
      <p className="mt-1 max-w-md text-pretty text-ink-muted">{children}</p>
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
