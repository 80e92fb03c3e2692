import type { ReactNode } from "react";
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
  children,
}: HtmlPageProps) {
  const { earlyScript, startHref, laterHref } = site.assets;
  return (
    <html lang="en" {...facts} data-later={laterHref}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <script dangerouslySetInnerHTML={{ __html: earlyScript }} />
        {/* Whoever draws the page fills it with the rules that the page uses (server/reading/page-text.ts). */}
        <style />
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
        {data !== undefined && (
          <script
            type="application/ld+json"
            dangerouslySetInnerHTML={{ __html: dataBlock(data) }}
          />
        )}
        <script type="module" src={startHref} async />
      </head>
      <body>{children}</body>
    </html>
  );
}

/** JSON that cannot end the element it stands in. */
const dataBlock = (data: unknown) => JSON.stringify(data).replaceAll("<", "\\u003c");
