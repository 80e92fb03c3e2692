import type { ReactNode } from "react";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Wordmark } from "@/components/shell/wordmark";

export interface AccountCardProps {
  title: ReactNode;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** Below the card: the other way, such as "New here? Create an account". */
  aside?: ReactNode;
  children?: ReactNode;
}

/** The frame of pages on which people come in: one card in the middle, nothing else. */
export function AccountCard({ title, lead, aside, children }: AccountCardProps) {
  return (
    <div className="flex min-h-dvh flex-col px-4 sm:px-6">
      <header className="flex min-h-14 items-center justify-between">
        <Wordmark />
        <ThemeSwitch />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-104 flex-1 flex-col justify-start pt-6 pb-16 outline-none sm:justify-center sm:pt-0 sm:pb-[12dvh]"
      >
        <div className="rounded-lg border border-line bg-raised px-5 py-6 shadow-raised sm:px-8 sm:py-8">
          <h1 className="font-serif text-xl font-semibold">{title}</h1>
          {lead && <p className="mt-1.5 text-pretty text-ink-muted">{lead}</p>}
          {children && <div className="mt-6 flex flex-col gap-5">{children}</div>}
        </div>
        {aside && <div className="mt-5 px-1 text-center text-ink-muted">{aside}</div>}
      </main>
    </div>
  );
}

/** A line with a word in it, between two ways of doing the same. */
export function OrLine() {
  return (
    <div className="flex items-center gap-3 text-sm text-ink-muted">
      <span aria-hidden className="h-px flex-1 bg-line" />
      or
      <span aria-hidden className="h-px flex-1 bg-line" />
    </div>
  );
}
