import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Wordmark } from "./wordmark";

export interface PageMessageProps {
  /** A word or two above the title: "Not found". */
  label: string;
  title: ReactNode;
  /** What is safe and what to do, in paragraphs. */
  children: ReactNode;
  actions?: ReactNode;
  /** A number to quote when asking for help. */
  reference?: string;
}

/** A whole page that says why what one came for is not here, and the way on. */
export function PageMessage({ label, title, children, actions, reference }: PageMessageProps) {
  return (
    <div className="flex min-h-dvh flex-col px-4 sm:px-6">
      <header className="flex min-h-14 items-center">
        <Wordmark />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-measure flex-1 flex-col justify-center pt-8 pb-[22dvh] outline-none"
      >
        <p className="caps text-ink-muted">{label}</p>
        <h1 className="mt-3 font-serif text-2xl font-semibold sm:text-3xl">{title}</h1>
        <div className="mt-4 flex flex-col gap-3 font-serif text-reading text-pretty">
          {children}
        </div>
        {actions && <div className="mt-8 flex flex-wrap gap-3">{actions}</div>}
        {reference && (
          <p className="mt-10 flex flex-wrap items-center gap-x-2 text-sm text-ink-muted">
            If you ask for help, quote
            <code className="font-mono text-ink">{reference}</code>
            <CopyButton text={reference} label="Copy the number" iconOnly />
          </p>
        )}
      </main>
    </div>
  );
}
