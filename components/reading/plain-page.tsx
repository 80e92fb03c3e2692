import type { ReactNode } from "react";
import { HtmlPage, type HtmlPageProps } from "./html-page";
import { SiteBar } from "./site-bar";
import { SiteFoot } from "./site-foot";
import type { SpecFacts } from "./reading-facts";

export interface PlainPageProps extends Omit<HtmlPageProps, "children"> {
  spec: SpecFacts;
  bar?: ReactNode;
  children: ReactNode;
}

/** A page about a spec in one column. */
export function PlainPage({ spec, bar, children, ...page }: PlainPageProps) {
  return (
    <HtmlPage {...page}>
      <SiteBar site={page.site} spec={{ title: spec.title, href: `/${spec.slug}` }}>
        {bar}
      </SiteBar>
      <div className="reading reading-plain">
        <main id="main" tabIndex={-1} className="spec-text">
          {children}
        </main>
      </div>
      <SiteFoot />
    </HtmlPage>
  );
}
