import { MapPinned } from "lucide-react";
import type { Metadata } from "next";
import { PlacementForm } from "@/components/feedback/placement-form";
import { QuotedWords } from "@/components/feedback/quoted-words";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import {
  listReleaseSections,
  listUnsurePlacements,
  type UnsurePlacement,
} from "@/lib/data/feedback-inbox";
import { canDecidePlacement } from "@/lib/policy/feedback";
import type { SpecPageProps } from "../../spec-frame";
import { place } from "../actions";
import { FeedbackPages, openInbox } from "../feedback-pages";

export const metadata: Metadata = { title: "Placements" };

/** Threads that could not be placed with certainty in a later release: a person says where they belong. */
export default async function PlacementsPage(props: SpecPageProps) {
  const opened = await openInbox(props, "/placements");
  const { signedIn, spec } = opened;
  const unsure = await listUnsurePlacements(signedIn.actor, spec.id);
  const ids = [...new Set(unsure.map(({ releaseId }) => releaseId))];
  const sections = new Map(
    await Promise.all(ids.map(async (id) => [id, await listReleaseSections(id)] as const)),
  );
  const mayDecide = canDecidePlacement(signedIn.actor, spec);
  return (
    <FeedbackPages {...opened}>
      <PageHeader title="Placements">
        At each release every open thread is found again in the new text. What could not be found
        for certain waits here, and is shown to readers as earlier text until somebody decided.
      </PageHeader>
      {unsure.length === 0 ? (
        <EmptyState icon={MapPinned} title="Everything has its place">
          After the next release, threads whose text changed beyond recognition appear here.
        </EmptyState>
      ) : (
        <ol className="flex flex-col gap-5">
          {unsure.map((one) => (
            <li
              key={`${one.threads[0]?.id} ${one.releaseId}`}
              className="rounded-md border border-line bg-raised p-4"
            >
              <Comparison slug={spec.slug} one={one} />
              {mayDecide && (
                <PlacementForm
                  threadIds={one.threads.map(({ id }) => id)}
                  releaseId={one.releaseId}
                  proposal={
                    one.proposal.sectionUid ? `Yes, in “${one.proposal.sectionTitle}”` : null
                  }
                  sections={sections.get(one.releaseId) ?? []}
                  place={place}
                />
              )}
            </li>
          ))}
        </ol>
      )}
    </FeedbackPages>
  );
}

/** Threads of one question that are shown before somebody asks for the rest. */
const SHOWN = 3;

function ThreadLine({
  slug,
  thread: { number, body },
}: {
  slug: string;
  thread: UnsurePlacement["threads"][number];
}) {
  return (
    <li className="flex max-w-measure gap-3">
      <a href={`/${slug}/feedback/${number}`} className="link shrink-0">
        Thread {number}
      </a>
      <span className="line-clamp-2 min-w-0 text-ink-muted">{body}</span>
    </li>
  );
}

function Comparison({ slug, one }: { slug: string; one: UnsurePlacement }) {
  const { was, proposal } = one;
  return (
    <>
      <h2 className="font-semibold">
        {was.sectionTitle}, {one.writtenOn} to {one.release}
      </h2>
      <ul className="mt-2 flex flex-col gap-1.5">
        {one.threads.slice(0, SHOWN).map((thread) => (
          <ThreadLine key={thread.id} slug={slug} thread={thread} />
        ))}
      </ul>
      {one.threads.length > SHOWN && (
        <details className="mt-1.5">
          <summary className="inline-flex min-h-6 cursor-pointer items-center text-sm text-accent">
            {one.threads.length - SHOWN} more speak of the same words; one decision is for all
          </summary>
          <ul className="mt-1.5 flex flex-col gap-1.5">
            {one.threads.slice(SHOWN).map((thread) => (
              <ThreadLine key={thread.id} slug={slug} thread={thread} />
            ))}
          </ul>
        </details>
      )}
      <div className="my-4 grid gap-4 md:grid-cols-2">
        <div>
          <p className="mb-1 text-sm text-ink-muted">
            In {one.writtenOn}: {was.sectionTitle}
            {was.label && ` · ${was.label}`}
          </p>
          <QuotedWords words={was.quote || was.sectionTitle} />
        </div>
        <div>
          <p className="mb-1 text-sm text-ink-muted">
            {proposal.sectionUid
              ? `Perhaps in ${one.release}: ${proposal.sectionTitle} (${proposal.confidence} % sure, found by ${proposal.ground})`
              : `Nothing like it was found in ${one.release} (${proposal.confidence} % sure)`}
          </p>
          <QuotedWords words={proposal.quote} />
          {proposal.sectionUid && !proposal.quote && <p>The words are not there; the clause is.</p>}
        </div>
      </div>
    </>
  );
}
