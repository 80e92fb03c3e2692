import type { Metadata } from "next";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { APP_PARTS } from "@/components/diff/app-parts";
import { compareTexts, type Comparison } from "@/components/diff/comparison";
import { CHANGE_CLASSES } from "@/components/diff/change-groups";
import { readFilter, writeFilter, type DiffFilter } from "@/components/diff/diff-filter";
import { DiffView } from "@/components/diff/diff-view";
import { UnchangedBlocks } from "@/components/diff/unchanged-blocks";
import { ApproveBar } from "@/components/release/approve-bar";
import { PartReview, type ReviewDeeds } from "@/components/release/part-review";
import { WholePart } from "@/components/release/whole-part";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { ReviewView } from "@/lib/data/review-view";
import { specDocument } from "@/lib/spec/document";
import { SpecFrame } from "../../../spec-frame";
import {
  answerFor,
  answerThread,
  approve,
  askForChanges,
  openThread,
  resolveThread,
  takeUp,
  tick,
} from "../../actions";
import { listPassages, showUnchanged } from "./actions";
import { openCandidate, type CandidatePageProps } from "../open-review";

interface ReviewPageProps extends CandidatePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: CandidatePageProps): Promise<Metadata> {
  return { title: `Review of candidate ${(await params).number}` };
}

export default async function ReviewPage(props: ReviewPageProps) {
  const { signedIn, spec, view, here } = await openCandidate(props, "/review");
  const filter = filterOf(await props.searchParams);
  const comparison = comparisonOf(view);
  const deeds = deedsOf(view, comparison);
  const parts = new Map(view.parts.map((part) => [part.key, part]));
  const shown = keysShown(comparison);
  const elsewhere = view.parts.filter(({ key, kind }) => kind !== "whole" && !shown.has(key));
  return (
    <SpecFrame
      signedIn={signedIn}
      spec={spec}
      page="Review"
      parents={[
        { label: "Releases", href: `/w/${spec.slug}/releases` },
        { label: `Candidate ${view.number}`, href: here },
      ]}
    >
      <PageHeader
        title={`Review of ${view.label}`}
        actions={<ButtonLink href={here}>Overview</ButtonLink>}
      >
        {view.baseLabel
          ? `What changes from ${view.baseLabel}.`
          : "The first release: all of it is new."}{" "}
        What you approve is this text alone; when it changes, you are asked again.
      </PageHeader>
      {view.closure && (
        <Notice title="This candidate is closed" className="mb-6">
          It can be read; nothing about it can be decided any more.
        </Notice>
      )}
      <ApproveBar
        candidate={{ id: view.id, hash: view.hash, label: view.label }}
        parts={view.parts}
        chapters={chaptersOf(view)}
        diffVersion={deeds.diffVersion}
        approve={approve}
        mayApprove={view.may.approve}
      />
      <WholePart
        part={parts.get("")}
        label={view.label}
        baseLabel={view.baseLabel}
        notes={view.changelog}
        deeds={deeds}
        threads={view.threads}
      />
      <DiffView
        comparison={comparison}
        filter={filter}
        hrefWith={(other) => `${here}/review?${queryOf(other)}`}
        parts={APP_PARTS}
        fold={(folded) => (
          <UnchangedBlocks
            {...folded}
            show={showUnchanged.bind(null, { specId: spec.id, number: view.number })}
          />
        )}
        slots={{
          section: ({ after, before }) => {
            const part = parts.get(after?.uid ?? before?.uid ?? "");
            return (
              part &&
              part.kind === "section" && (
                <PartReview part={part} deeds={deeds} threads={view.threads} />
              )
            );
          },
        }}
      />
      {elsewhere.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-3 font-semibold">Without a visible difference in the text</h2>
          <ul className="flex flex-col gap-4">
            {elsewhere.map((part) => (
              <li key={part.key} className="rounded-md border border-line bg-raised p-4">
                <p className="mb-2 font-medium">{part.title}</p>
                <PartReview part={part} deeds={deeds} threads={view.threads} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </SpecFrame>
  );
}

// A reviewer approves every byte, so nothing is folded away unless they ask for it.
function filterOf(query: Record<string, string | string[] | undefined>): DiffFilter {
  const filter = readFilter(query);
  return query["class"] === undefined ? { ...filter, classes: CHANGE_CLASSES } : filter;
}

function queryOf(filter: DiffFilter): URLSearchParams {
  const query = writeFilter(filter);
  query.set("class", filter.classes.join(","));
  return query;
}

function comparisonOf({ document, baseDocument, label, baseLabel }: ReviewView): Comparison {
  const before = baseDocument ?? specDocument({ levels: document.levels, title: document.title });
  return compareTexts(
    { document: before, label: baseLabel ?? "Nothing", href: null },
    { document, label, href: null },
    { formula: formulaMarkup },
  );
}

function deedsOf(view: ReviewView, { diff }: Comparison): ReviewDeeds {
  return {
    candidate: { id: view.id, hash: view.hash, specId: view.spec.id },
    diffVersion: `${diff.format}/${diff.version}`,
    may: view.may,
    tick,
    approve,
    requestChanges: askForChanges,
    markEditorial: answerFor,
    open: openThread,
    listPassages: listPassages.bind(null, { specId: view.spec.id, number: view.number }),
    answer: answerThread,
    resolve: resolveThread,
    takeUp,
  };
}

/** Keys of the sections in which the comparison sees something. */
function keysShown({ diff }: Comparison): Set<string> {
  return new Set(
    diff.alignment.sections
      .filter(({ unchanged }) => !unchanged)
      .flatMap(({ from, to }) => (to ?? from)?.uid ?? []),
  );
}

function chaptersOf({ parts, document }: ReviewView): { key: string; title: string }[] {
  const titles = new Map(
    document.content.flatMap((block) =>
      block.type === "heading" && block.attrs.uid
        ? [
            [
              block.attrs.uid,
              block.content?.map((node) => ("text" in node ? node.text : "")).join("") ?? "",
            ] as const,
          ]
        : [],
    ),
  );
  const chapters = new Set(parts.flatMap(({ chapter }) => chapter ?? []));
  return [...chapters].map((key) => ({ key, title: titles.get(key) ?? "A removed chapter" }));
}
