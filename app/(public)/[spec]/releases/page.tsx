import type { Metadata } from "next";
import Link from "next/link";
import { shellAccount } from "@/app/shell-account";
import { ReleaseLines } from "@/components/release/release-lines";
import { ReadingShell } from "@/components/shell/reading-shell";
import { listReleaseLines } from "@/lib/data/release-record";
import { openPublicSpec } from "./public-spec";

interface ReleasesPageProps {
  params: Promise<{ spec: string }>;
}

export async function generateMetadata({ params }: ReleasesPageProps): Promise<Metadata> {
  const { spec } = await openPublicSpec((await params).spec);
  return { title: `Releases of ${spec.title}` };
}

export default async function PublicReleasesPage({ params }: ReleasesPageProps) {
  const { signedIn, spec } = await openPublicSpec((await params).spec);
  const lines = await listReleaseLines(spec.id);
  return (
    <ReadingShell account={shellAccount(signedIn)}>
      <p className="text-sm text-ink-muted">
        <Link href={`/${spec.slug}`} className="link">
          {spec.title}
        </Link>
      </p>
      <h1 className="mt-1 font-serif text-2xl font-semibold text-balance">Releases</h1>
      <p className="mt-2 max-w-measure text-pretty text-ink-muted">
        Every version that was ever published stays readable. Each page says who approved it, and
        holds what you need to check it.
      </p>
      <ReleaseLines lines={lines} slug={spec.slug} />
    </ReadingShell>
  );
}
