import type { ReactNode } from "react";

export interface PageHeaderProps {
  title: ReactNode;
  /** One sentence: what this page is for. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** The top of a page for working: its title, what it is for, and its main action. */
export function PageHeader({ title, children, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-serif text-2xl font-semibold text-balance">{title}</h1>
        {children && <p className="mt-1 max-w-prose text-pretty text-ink-muted">{children}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
