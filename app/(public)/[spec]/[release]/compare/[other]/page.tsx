import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { shellAccount } from "@/app/shell-account";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { CompareToolbar } from "@/components/diff/compare-toolbar";
import { compareTexts } from "@/components/diff/comparison";
import { readFilter, writeFilter, type DiffFilter } from "@/components/diff/diff-filter";
import { DiffView } from "@/components/diff/diff-view";
import { ReadingShell } from "@/components/shell/reading-shell";
import { PageHeader } from "@/components/ui/page-header";
import { currentSignedIn } from "@/lib/auth/current-actor";
import { getPublishedPair, type PublishedPairView } from "@/lib/data/published-pair";
import { NotFound } from "@/lib/errors";
import { showPublished } from "./actions";

interface PublicComparePageProps {
  params: Promise<{ spec: string; release: string; other: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(props: PublicComparePageProps): Promise<Metadata> {
  const { spec, older, newer } = await openPair(props);
  return { title: `${spec.title}: ${older.label} to ${newer.label}` };
}

/** Two releases compared, for everybody; complete without scripts. */
export default async function PublicComparePage(props: PublicComparePageProps) {
  const { spec, older, newer, labels } = await openPair(props);
  const filter = readFilter(await props.searchParams);
  const address = `/${spec.slug}/${encodeURIComponent(newer.label)}/compare/${encodeURIComponent(older.label)}`;
  const hrefWith = (other: DiffFilter) => {
    const query = writeFilter(other).toString();
    return query ? `${address}?${query}` : address;
  };
  const exportHref = (format: string) => `${address}/export?format=${format}`;
  return (
    <ReadingShell account={shellAccount(await currentSignedIn())} width="wide">
      <PageHeader title={`${spec.title}: ${older.label} to ${newer.label}`}>
        What changed between two releases. Read{" "}
        <a className="link" href={older.href ?? undefined}>
          {older.label}
        </a>{" "}
        or{" "}
        <a className="link" href={newer.href ?? undefined}>
          {newer.label}
        </a>{" "}
        in full.
      </PageHeader>
      <CompareToolbar
        from={older.label}
        to={newer.label}
        choices={[{ group: "Releases", texts: labels.map((label) => ({ value: label, label })) }]}
        action={`/${spec.slug}/latest/compare`}
        filter={filter}
        hrefWith={hrefWith}
        exports={{
          markdown: exportHref("markdown"),
          html: exportHref("html"),
          json: exportHref("json"),
        }}
      />
      <DiffView
        comparison={compareTexts(older, newer, { formula: formulaMarkup })}
        filter={filter}
        hrefWith={hrefWith}
        showUnchanged={showPublished.bind(null, {
          spec: spec.slug,
          release: newer.label,
          other: older.label,
        })}
      />
    </ReadingShell>
  );
}

async function openPair({ params }: PublicComparePageProps): Promise<PublishedPairView> {
  const { spec, release, other } = await params;
  return getPublishedPair(spec, release, other).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
}
