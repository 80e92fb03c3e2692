import type { BlockContext } from "@/components/blocks/block-context";
import { Blocks } from "@/components/blocks/blocks";
import { ClauseSection } from "@/components/clause/clause-section";
import type { Section } from "@/lib/spec/section-tree";
import { ClauseMargin } from "./clause-margin";
import { Contents } from "./contents";
import { FIRST_SCREEN, FirstScreen } from "./first-screen";
import { FormerIds } from "./former-ids";
import { HtmlPage } from "./html-page";
import { Notices } from "./notices";
import { releasePath, type EditionFacts } from "./reading-facts";
import { ReleaseMenu } from "./release-menu";
import { SiteBar } from "./site-bar";
import { SiteFoot } from "./site-foot";

/** Stands where the sections go; whoever draws the page puts them there one by one. */
export const SECTIONS = "<!--sections-->";

/**
 * The page of a release without its sections. A whole spec in one go would keep the process busy for a
 * third of a second, so sections are drawn one at a time (`ReadingSection`) and put in at `SECTIONS`.
 */
export function ReadingPage({ edition }: { edition: EditionFacts }) {
  const { site, spec, release, releases, tree, document } = edition;
  const path = releasePath(spec, release);
  const description =
    spec.summary || `${spec.title}: ${edition.clauseCount} clauses, release ${release.label}.`;
  return (
    <HtmlPage
      site={site}
      title={`${spec.title}, release ${release.label}`}
      description={description}
      canonical={release === releases[0] ? `/${spec.slug}` : path}
      alternates={[
        { type: "application/json", href: `${path}.json`, title: "This release as JSON" },
        { type: "text/markdown", href: `${path}.md`, title: "This release as Markdown" },
        { type: "application/atom+xml", href: `/${spec.slug}/feed.xml`, title: "Releases" },
      ]}
      data={structuredData(edition)}
      facts={{ "data-permanent": path, "data-page": "release" }}
      drawnWith={FIRST_SCREEN}
    >
      <SiteBar
        site={site}
        spec={{ title: spec.title, href: `/${spec.slug}` }}
        hasContents
        hasSearch
      >
        <ReleaseMenu spec={spec} release={release} releases={releases} />
      </SiteBar>
      <div className="reading">
        <div className="release-head spec-text">
          <Notices {...edition} />
          <FirstScreen {...edition} />
        </div>
        {/* Behind what the first picture shows: a phone would read two hundred lines before it. */}
        <Contents outline={edition.outline} levels={edition.levels} />
        <main id="main" tabIndex={-1} className="spec-text">
          {tree.preamble.length > 0 && (
            <div className="clause" dangerouslySetInnerHTML={{ __html: PREAMBLE }} />
          )}
          <div className="sections" dangerouslySetInnerHTML={{ __html: SECTIONS }} />
          {document.content.length === 0 && <p className="empty">This release has no text.</p>}
        </main>
      </div>
      <SiteFoot>
        <p className="hashes">
          Text <code>{release.documentHash}</code>
          <br />
          Release <code>{release.manifestHash}</code>
        </p>
      </SiteFoot>
    </HtmlPage>
  );
}

/** Stands where the text before the first heading goes. */
export const PREAMBLE = "<!--preamble-->";

/** The text before the first heading. */
export function ReadingPreamble({
  edition,
  context,
}: {
  edition: EditionFacts;
  context: BlockContext;
}) {
  return <Blocks blocks={edition.tree.preamble} context={context} />;
}

/** One section of the page. */
export function ReadingSection({
  section,
  edition,
  context,
}: {
  section: Section;
  edition: EditionFacts;
  context: BlockContext;
}) {
  return (
    <ClauseSection
      section={section}
      context={context}
      before={<FormerIds ids={edition.formerIds.get(section.id ?? "")} />}
      margin={<ClauseMargin section={section} edition={edition} />}
    />
  );
}

function structuredData({ site, spec, release }: EditionFacts) {
  return {
    "@context": "https://schema.org",
    "@type": "TechArticle",
    headline: spec.title,
    ...(spec.summary ? { description: spec.summary } : {}),
    version: release.label,
    datePublished: release.publishedAt.toISOString(),
    url: site.origin + releasePath(spec, release),
    isPartOf: {
      "@type": "CreativeWorkSeries",
      name: spec.title,
      url: `${site.origin}/${spec.slug}`,
    },
  };
}
