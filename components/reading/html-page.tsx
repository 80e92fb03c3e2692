import type { ReactNode } from "react";
import { EarlyScript } from "./early-script";
import type { SiteFacts } from "./reading-facts";

export interface HtmlPageProps {
  site: SiteFacts;
  title: string;
  description: string;
  /** The address this page should be known by, without the origin. */
  canonical: string;
  /** `og:type`. */
  kind?: "website" | "article";
  /** Other forms of the same, for machines. */
  alternates?: readonly { type: string; href: string; title: string }[];
  /** schema.org data. */
  data?: unknown;
  /** Attributes of `<html>` that the islands read. */
  facts?: Readonly<Record<`data-${string}`, string>>;
  noIndex?: boolean;
  /**
   * The id of an empty element behind all that the first picture of a page needs. Of a long page a browser
   * would draw the first lines while the rest still arrives, then again, and what it drew would move. Right
   * before it stands `EarlyScript`, which elsewhere stands in the head: a parser stops for a while at each
   * script, and would do so with the first screen before it.
   */
  drawnWith?: string;
  children: ReactNode;
}

/** A whole page of ours: no framework in the browser, one style sheet in it, one small script after it. */
export function HtmlPage({
  site,
  title,
  description,
  canonical,
  kind = "article",
  alternates = [],
  data,
  facts,
  noIndex = false,
  drawnWith,
  children,
}: HtmlPageProps) {
  const { startHref, laterHref, lettersHref } = site.assets;
  return (
    <html lang="en" {...facts} data-later={laterHref} data-letters-at={lettersHref}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {drawnWith && <link rel="expect" href={`#${drawnWith}`} blocking="render" />}
        <title>{title}</title>
        {/* Whoever draws the page fills it with the rules that the page uses (server/reading/page-text.ts). */}
        <style />
        {!drawnWith && <EarlyScript assets={site.assets} />}
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        {noIndex && <meta name="robots" content="noindex" />}
        <link rel="canonical" href={site.origin + canonical} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {alternates.map((alternate) => (
          <link key={alternate.href} rel="alternate" {...alternate} />
        ))}
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:type" content={kind} />
        <meta property="og:url" content={site.origin + canonical} />
        <meta property="og:image" content={`${site.origin}/og.png`} />
        <meta name="twitter:card" content="summary_large_image" />
      </head>
      <body>
        {children}
        {/* Last: in the head a parser would stop at both before the first picture of the page. Not "async",
            for React puts scripts that are so into the head; a module is deferred as it is. */}
        {data !== undefined && (
          <script
            type="application/ld+json"
            dangerouslySetInnerHTML={{ __html: dataBlock(data) }}
          />
        )}
        <script type="module" src={startHref} defer />
      </body>
    </html>
  );
}

/** JSON that cannot end the element it stands in, in ASCII like the rest of a page. */
const dataBlock = (data: unknown) =>
  JSON.stringify(data).replace(
    /[<\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
