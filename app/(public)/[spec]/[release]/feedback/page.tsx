import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { describeTarget } from "@/lib/anchor/describe-target";
import { findTarget } from "@/lib/anchor/find-target";
import { ConsultationNotice } from "@/components/feedback/consultation-notice";
import { ClauseInText } from "@/components/feedback/clause-in-text";
import { CommentForm } from "@/components/feedback/comment-form";
import { FollowButton } from "@/components/feedback/follow-button";
import { QuotedWords } from "@/components/feedback/quoted-words";
import { listConsultations } from "@/lib/data/consultations";
import { db } from "@/lib/data/db";
import type { PublicSpecRecord } from "@/lib/data/feedback-standing";
import { followsFeedback } from "@/lib/data/own-feedback";
import { getReleaseIndex } from "@/lib/data/release-index";
import { getRelease } from "@/lib/data/releases";
import type { SignedIn } from "@/lib/data/sessions";
import { listThreads, viewerOf } from "@/lib/data/threads";
import { canComment } from "@/lib/policy/feedback";
import { FeedbackFrame, openPublicSpec, orNotFound } from "../../../feedback-frame";
import { follow } from "../../feedback/actions";
import { findOwnWords } from "../../../own-words";
import { problemWords } from "../../../problem-words";
import { requestTime } from "../../../request-time";
import { SaidSoFar } from "./said-so-far";
import { readSayQuery } from "./say-query";

interface Props {
  params: Promise<{ spec: string; release: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Say something", robots: { index: false } };

/** What others said about a clause of a release, and the form to say something: the way without a script. */
export default async function SayPage({ params, searchParams }: Props) {
  const { spec, signedIn } = await openPublicSpec({ params });
  const { release: label } = await params;
  const release = await orNotFound(getRelease(db(), spec.id, label));
  const asked = readSayQuery(await searchParams);
  const { on, exact, prefix, suffix } = asked;
  const index = await getReleaseIndex(db(), release.documentHash);
  const target = findTarget(index, { on, quote: exact ? { exact, prefix, suffix } : null });
  if (!target) notFound();
  const place = describeTarget(index, target);
  const viewer = viewerOf(signedIn?.actor ?? null, spec);
  const [said, consultations, follows] = await Promise.all([
    place.sectionUid
      ? listThreads(spec.id, viewer, {
          releaseId: release.id,
          sectionUid: place.sectionUid,
          page: asked.page,
          sort: asked.sort,
        })
      : { threads: [], total: 0 },
    listConsultations(spec.id),
    signedIn && place.sectionUid
      ? followsFeedback(signedIn.actor, spec.id, place.sectionUid)
      : null,
  ]);
  const current = consultations.filter(({ state }) => state !== "closed");
  const hrefOf = (more: Record<string, string>) =>
    `/${spec.slug}/${release.label}/feedback?${new URLSearchParams({ on, ...more })}`;
  const clause = place.sectionId ? `#${encodeURIComponent(place.sectionId)}` : "";
  return (
    <FeedbackFrame signedIn={signedIn} spec={spec}>
      <p className="text-sm">
        <a href={`/${spec.slug}/${release.label}${clause}`} className="link">
          Back to the text of {release.label}
        </a>
      </p>
      <h1 className="mt-2 font-serif text-2xl font-semibold text-balance">
        {place.sectionTitle}
        {place.label && <span className="block text-lg font-normal">{place.label}</span>}
      </h1>
      <QuotedWords words={place.quote} className="mt-3" />
      {place.sectionUid && (
        <details className="mt-4 max-w-measure">
          <summary className="inline-flex min-h-6 cursor-pointer items-center text-sm text-accent">
            Read the clause here
          </summary>
          <div className="mt-2 rounded-md border border-line bg-raised px-5 py-4">
            <ClauseInText
              document={index.document}
              sectionUid={place.sectionUid}
              base={`/${spec.slug}/${release.label}`}
            />
          </div>
        </details>
      )}
      {follows !== null && place.sectionUid && (
        <div className="mt-2 -ml-2.5">
          <FollowButton
            of={{ specId: spec.id, sectionUid: place.sectionUid }}
            follows={follows}
            back={hrefOf({})}
            follow={follow}
            what="this clause"
          />
        </div>
      )}
      {current.map((consultation) => (
        <div key={consultation.id} className="mt-6">
          <ConsultationNotice consultation={consultation} />
        </div>
      ))}
      <section aria-labelledby="say" className="mt-8">
        <h2 id="say" className="mb-3 font-serif text-lg font-semibold">
          Say something about {place.quote ? "these words" : place.label ? "this" : "this clause"}
        </h2>
        <SayForm
          spec={spec}
          signedIn={signedIn}
          about={{ spec: spec.slug, release: release.label, on, exact, prefix, suffix }}
          quote={place.quote}
          problem={problemWords(asked.problem || undefined)}
        />
      </section>
      {said.total > 0 && (
        <SaidSoFar
          {...said}
          spec={spec.slug}
          release={release.label}
          asked={asked}
          hrefOf={hrefOf}
        />
      )}
    </FeedbackFrame>
  );
}

async function SayForm({
  spec,
  signedIn,
  about,
  quote,
  problem,
}: {
  spec: PublicSpecRecord;
  signedIn: SignedIn | null;
  about: {
    spec: string;
    release: string;
    on: string;
    exact: string;
    prefix: string;
    suffix: string;
  };
  quote: string;
  problem: string | null;
}) {
  const mayComment = signedIn ? canComment(signedIn.actor, spec) : spec.isOpen && !spec.isArchived;
  if (!mayComment) return <p className="text-ink-muted">Comments are closed at the moment.</p>;
  const { spec: slug, release, on } = about;
  const kept = await findOwnWords({ spec: slug, release, on });
  return (
    <CommentForm
      about={about}
      opensThread
      quote={quote}
      values={kept ?? {}}
      problem={problem}
      shownAt={requestTime()}
      send={signedIn ? "Post the comment" : "Go on"}
    >
      {!signedIn && (
        <p className="text-sm text-ink-muted">
          Next you say who you are. Your words are kept until then, for a day.
        </p>
      )}
    </CommentForm>
  );
}
