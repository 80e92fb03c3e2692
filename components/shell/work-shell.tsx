import Link from "next/link";
import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";
import type { Account } from "./account-menu";
import { Mark } from "./mark";
import { TopBar } from "./top-bar";
import { NavigationSheet } from "./navigation-sheet";
import { SideNavigation, type NavSection } from "./side-navigation";

export interface WorkShellProps {
  account: Account;
  crumbs: Crumb[];
  /** Buttons for this page, at the right of the top bar. */
  actions?: ReactNode;
  navigation: NavSection[];
  /** Above everything: a DemoBanner. */
  banner?: ReactNode;
  /** "full" gives the page all the room, for the editor with columns of its own. */
  layout?: "padded" | "full";
  children: ReactNode;
}

/** The frame of pages for working: where one is, what one can do, and the places of this spec at the left. */
export function WorkShell({
  account,
  crumbs,
  actions,
  navigation,
  banner,
  layout = "padded",
  children,
}: WorkShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      {banner}
      <TopBar
        account={account}
        start={
          <>
            <NavigationSheet sections={navigation} always={layout === "full"} />
            <Link
              href="/"
              aria-label="Precept, front page"
              className="rounded-xs p-1 max-lg:hidden"
            >
              <Mark className="size-5 text-accent" />
            </Link>
            <Breadcrumb crumbs={crumbs} />
          </>
        }
      >
        {actions}
      </TopBar>
      <div className="flex flex-1">
        {layout === "padded" && (
          <aside className="w-56 shrink-0 border-e border-line max-lg:hidden" data-print="hidden">
            <div className="sticky top-14 max-h-[calc(100dvh-3.5rem)] overflow-y-auto p-3">
              <SideNavigation sections={navigation} />
            </div>
          </aside>
        )}
        <main
          id="main"
          tabIndex={-1}
          className={
            layout === "padded"
              ? "mx-auto w-full max-w-6xl min-w-0 flex-1 px-4 py-6 outline-none sm:px-8 sm:py-8"
              : "min-w-0 flex-1 outline-none"
          }
        >
          {children}
        </main>
      </div>
    </div>
  );
}
