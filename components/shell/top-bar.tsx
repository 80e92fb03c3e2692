import type { ReactNode } from "react";
import { AccountMenu, type Account } from "./account-menu";
import { ThemeSwitch } from "./theme-switch";

export interface TopBarProps {
  start: ReactNode;
  /** What belongs to this page: search, actions. */
  children?: ReactNode;
  account: Account;
}

/** The strip at the top of every page. Sticky, so that actions and the save state stay in sight. */
export function TopBar({ start, children, account }: TopBarProps) {
  return (
    <header
      data-print="hidden"
      className="sticky top-0 z-30 flex min-h-14 items-center gap-x-2 border-b border-line bg-surface px-4 sm:gap-x-3 sm:px-6"
    >
      {start}
      <div className="flex shrink-0 grow items-center justify-end gap-1 sm:gap-2">{children}</div>
      <div className="flex shrink-0 items-center gap-1">
        <ThemeSwitch />
        <AccountMenu {...account} />
      </div>
    </header>
  );
}
