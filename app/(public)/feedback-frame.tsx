import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { DEMO_WORDS } from "@/app/demo-words";
import { shellAccount } from "@/app/shell-account";
import { DemoBanner } from "@/components/shell/demo-banner";
import { ReadingShell } from "@/components/shell/reading-shell";
import { currentSignedIn } from "@/lib/auth/current-actor";
import { db } from "@/lib/data/db";
import { requirePublicSpec, type PublicSpecRecord } from "@/lib/data/feedback-standing";
import type { SignedIn } from "@/lib/data/sessions";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";

export interface PublicSpecProps {
  params: Promise<{ spec: string }>;
}

/** The spec of a public page and who looks at it, or "not found". */
export async function openPublicSpec({
  params,
}: PublicSpecProps): Promise<{ spec: PublicSpecRecord; signedIn: SignedIn | null }> {
  const { spec: slug } = await params;
  const signedIn = await currentSignedIn();
  const spec = await orNotFound(requirePublicSpec(db(), signedIn?.actor ?? null, { slug }));
  if (!spec.isPublished) notFound();
  return { spec, signedIn };
}

/** What is not there leads to the page that says so. */
export async function orNotFound<T>(wanted: Promise<T>): Promise<T> {
  try {
    return await wanted;
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}

export interface FeedbackFrameProps {
  signedIn: SignedIn | null;
  spec: { slug: string; title: string };
  children: ReactNode;
}

/** The frame of public pages about feedback: the spec's name leads back to its text. */
export function FeedbackFrame({ signedIn, spec, children }: FeedbackFrameProps) {
  return (
    <ReadingShell
      account={shellAccount(signedIn)}
      banner={env().DEMO && <DemoBanner>{DEMO_WORDS}</DemoBanner>}
      width="wide"
    >
      <div className="mx-auto max-w-3xl">
        <nav aria-label="This spec" className="mb-6 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <a href={`/${spec.slug}`} className="link inline-flex min-h-6 items-center">
            {spec.title}
          </a>
          <a href={`/${spec.slug}/feedback`} className="link inline-flex min-h-6 items-center">
            All feedback
          </a>
          <a
            href={`/${spec.slug}/feedback/policy`}
            className="link inline-flex min-h-6 items-center"
          >
            How feedback is moderated
          </a>
        </nav>
        {children}
      </div>
    </ReadingShell>
  );
}
