import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import type { SiteFacts } from "./reading-facts";

export interface SiteBarProps {
  site: SiteFacts;
  /** The spec one is in, as the way back to its first page. */
  spec?: { title: string; href: string };
  /** Whether the page has contents that can be opened on a phone. */
  hasContents?: boolean;
  /** Whether there is a text to search in. */
  hasSearch?: boolean;
  children?: ReactNode;
}

/** The strip at the top of pages for readers. What needs a script is hidden where there is none. */
export function SiteBar({
  site,
  spec,
  hasContents = false,
  hasSearch = false,
  children,
}: SiteBarProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the text
      </a>
      {site.banner && <p className="banner">{site.banner}</p>}
      <header className="site-bar">
        {hasContents && (
          <button type="button" className="bar-button open-contents" popoverTarget="contents">
            Contents
          </button>
        )}
        <a className="wordmark" href="/" aria-label="Precept, all published specs">
          <Mark />
          <span>Precept</span>
        </a>
        {spec && (
          <a className="spec-name" href={spec.href}>
            {spec.title}
          </a>
        )}
        <div className="bar-end">
          {children}
          {hasSearch && (
            <button type="button" className="bar-button needs-script" data-do="search">
              <i className="icon-search" />
              Search <kbd>/</kbd>
            </button>
          )}
          <button
            type="button"
            className="bar-button needs-script"
            data-do="theme"
            aria-label="Switch between light and dark"
          >
            <i className="icon-theme" />
          </button>
          <a className="bar-button" href="/sign-in" data-account>
            Sign in
          </a>
        </div>
      </header>
    </>
  );
}
