import { CompareToolbar } from "@/components/diff/compare-toolbar";
import type { Comparison } from "@/components/diff/comparison";
import { writeFilter, type DiffFilter } from "@/components/diff/diff-filter";
import type { DiffLayoutView } from "@/components/diff/diff-layout";
import { DiffView } from "@/components/diff/diff-view";
import { summarise } from "@/lib/diff/summary";
import { READING_PARTS } from "./comparison-parts";
import { HtmlPage } from "./html-page";
import {
  comparePath,
  releasePath,
  type ReleaseFacts,
  type SiteFacts,
  type SpecFacts,
} from "./reading-facts";
import { SiteBar } from "./site-bar";
import { SiteFoot } from "./site-foot";

/** Stands where the text goes; whoever draws the page puts it there, an entry at a time. */
export const ENTRIES = "<!--entries-->";

export interface ComparisonFacts {
  site: SiteFacts;
  spec: SpecFacts;
  older: ReleaseFacts;
  newer: ReleaseFacts;
  /** All releases, newest first. */
  releases: readonly ReleaseFacts[];
  comparison: Comparison;
  filter: DiffFilter;
}

export interface ComparisonPageProps {
  facts: ComparisonFacts;
  view: DiffLayoutView;
}

/** Two releases compared, for everybody: all of it but the text itself. */
export function ComparisonPage({ facts, view }: ComparisonPageProps) {
  const { site, spec, older, newer, releases, comparison, filter } = facts;
  const path = comparePath(spec, newer, older.label);
  const title = `${spec.title}: ${older.label} to ${newer.label}`;
  const hrefWith = filterHref(path);
  return (
    <HtmlPage
      site={site}
      title={title}
      description={`${summarise(comparison.diff).sentence}.`}
      canonical={path}
      noIndex={hrefWith(filter) !== path}
      facts={{ "data-page": "comparison" }}
    >
      <SiteBar site={site} spec={{ title: spec.title, href: `/${spec.slug}` }}>
        <a className="bar-button" href={`/${spec.slug}/releases`}>
          Releases
        </a>
      </SiteBar>
      <div className="reading reading-wide">
        <main id="main" tabIndex={-1}>
          <h1 className="compare-title">
            {spec.title}: <span>{older.label}</span> to <span>{newer.label}</span>
          </h1>
          <p className="compare-about">
            What changed between two releases. Read{" "}
            <a className="link" href={releasePath(spec, older)}>
              {older.label}
            </a>{" "}
            or{" "}
            <a className="link" href={releasePath(spec, newer)}>
              {newer.label}
            </a>{" "}
            in full.
          </p>
          <CompareToolbar
            from={older.label}
            to={newer.label}
            choices={[
              {
                group: "Releases",
                texts: releases.map(({ label }) => ({ value: label, label })),
              },
            ]}
            action={`/${spec.slug}/latest/compare`}
            filter={filter}
            hrefWith={hrefWith}
            parts={READING_PARTS}
            exports={{
              markdown: `${path}/export?format=markdown`,
              html: `${path}/export?format=html`,
              json: `${path}/export?format=json`,
            }}
          />
          <DiffView
            comparison={comparison}
            filter={filter}
            hrefWith={hrefWith}
            parts={READING_PARTS}
            view={view}
            drawn={ENTRIES}
          />
        </main>
      </div>
      <SiteFoot />
    </HtmlPage>
  );
}

/** The address of a comparison with another filter. */
export const filterHref =
  (path: string) =>
  (filter: DiffFilter): string => {
    const query = writeFilter(filter).toString();
    return query ? `${path}?${query}` : path;
  };
