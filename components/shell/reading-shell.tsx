import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { Account } from "./account-menu";
import { SiteFooter } from "./site-footer";
import { TopBar } from "./top-bar";
import { Wordmark } from "./wordmark";

export interface ReadingShellProps {
  account: Account;
  /** In the top bar: search, the release menu. */
  slot?: ReactNode;
  /** Above everything: a DemoBanner. */
  banner?: ReactNode;
  /** Text keeps to the measure; "wide" is for pages with columns of their own. */
  width?: "measure" | "wide";
  children: ReactNode;
}

/** The frame of pages for reading: a quiet bar, one column of at most 68 characters, a footer. */
export function ReadingShell({
  account,
  slot,
  banner,
  width = "measure",
  children,
}: ReadingShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      {banner}
      <TopBar start={<Wordmark />} account={account}>
        {slot}
      </TopBar>
      <main
        id="main"
        tabIndex={-1}
        className={cn(
          "mx-auto w-full flex-1 px-4 py-10 outline-none sm:px-6 sm:py-14",
          width === "measure" ? "max-w-[calc(var(--container-measure)+3rem)]" : "max-w-7xl",
        )}
      >
        {children}
      </main>
      <SiteFooter />
    </div>
  );
}
