import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { shellAccount } from "@/app/shell-account";
import { ReleaseRecord } from "@/components/release/release-record";
import { ReadingShell } from "@/components/shell/reading-shell";
import { getReleaseRecord } from "@/lib/data/release-record";
import { NotFound } from "@/lib/errors";
import { openPublicSpec } from "../public-spec";

interface ReleasePageProps {
  params: Promise<{ spec: string; label: string }>;
}

export async function generateMetadata({ params }: ReleasePageProps): Promise<Metadata> {
  const { spec: slug, label } = await params;
  const { spec } = await openPublicSpec(slug);
  return { title: `${spec.title}, ${label}` };
}

export default async function PublicReleasePage({ params }: ReleasePageProps) {
  const { spec: slug, label } = await params;
  const { signedIn, spec } = await openPublicSpec(slug);
  const record = await getReleaseRecord(spec.id, label).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return (
    <ReadingShell account={shellAccount(signedIn)}>
      <p className="text-sm text-ink-muted">
        <Link href={`/${spec.slug}`} className="link">
          {spec.title}
        </Link>
        {" · "}
        <Link href={`/${spec.slug}/releases`} className="link">
          All releases
        </Link>
      </p>
      <ReleaseRecord record={record} slug={spec.slug} />
    </ReadingShell>
  );
}
