import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { compareTexts, type Comparison } from "@/components/diff/comparison";
import { DEFAULT_FILTER } from "@/components/diff/diff-filter";
import { DiffText } from "@/components/diff/diff-text";
import { layOutDiff } from "@/components/diff/diff-layout";
import { blockContext } from "@/components/blocks/block-context";
import { Blocks } from "@/components/blocks/blocks";
import { AuthorityTrack } from "@/components/history/authority-track";
import { topHeadingFor } from "@/components/history/top-heading";
import { VersionSlider } from "@/components/history/version-slider";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { absoluteTime } from "@/components/ui/relative-time";
import { NotFound } from "@/lib/errors";
import { canRestoreRevision } from "@/lib/policy/history";
import { openSpec, SpecFrame, type SpecPageProps } from "../../../spec-frame";
import { openClause, type ClauseMoment } from "./clause-moments";

interface ClausePageProps extends SpecPageProps {
  params: Promise<{ spec: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "History of a section" };

export default async function ClauseHistoryPage(props: ClausePageProps) {
  const id = decodeURIComponent((await props.params).id);
  const { signedIn, spec } = await openSpec(props, `/history/clause/${encodeURIComponent(id)}`);
  const { clause, moments, writers } = await openClause(signedIn.actor, spec.id, id).catch(
    (error: unknown) => {
      if (error instanceof NotFound) notFound();
      throw error;
    },
  );
  const wanted = Number([(await props.searchParams)["at"]].flat()[0] ?? moments.length);
  const at =
    Math.min(Math.max(Number.isInteger(wanted) ? wanted : moments.length, 1), moments.length) - 1;
  const moment = moments[at]!;
  const base = `/w/${spec.slug}/history`;
  const hrefOf = (index: number) => `${base}/clause/${encodeURIComponent(id)}?at=${index + 1}`;
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page={clause.title || "Beginning"}>
      <PageHeader
        title={clause.title || "Before the first heading"}
        actions={
          canRestoreRevision(signedIn.actor, spec) &&
          moment.number !== null &&
          moment.blocks !== null &&
          at < moments.length - 1 && (
            <ButtonLink
              href={`${base}/${moment.number}/restore?section=${encodeURIComponent(clause.uid)}`}
            >
              Restore this wording …
            </ButtonLink>
          )
        }
      >
        Its wording over time, in the draft and in releases.
      </PageHeader>
      <div className="mb-8 rounded-md border border-line bg-raised p-4">
        <VersionSlider
          key={at}
          versions={moments.map((each, index) => ({
            href: hrefOf(index),
            words: momentWords(each),
          }))}
          at={at}
        >
          <AuthorityTrack
            authorities={moments.map(({ authority }) => authority)}
            levels={clause.levels}
            at={at}
          />
        </VersionSlider>
      </div>
      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,44rem)_minmax(12rem,1fr)]">
        <article aria-label={momentWords(moment)}>
          <h2 className="sr-only">Wording</h2>
          <p
            className="mb-4 flex flex-wrap items-center gap-2 text-sm text-ink-muted"
            role="status"
          >
            {absoluteTime(moment.at, true)}
            {moment.releases.map((label) => (
              <Badge key={label} tone="accent">
                Release {label}
              </Badge>
            ))}
            {moment.people.length > 0 && ` by ${moment.people.map(({ name }) => name).join(", ")}`}
          </p>
          <Wording moment={moment} before={moments[at - 1] ?? null} levels={clause.levels} />
        </article>
        <div className="grid gap-6">
          <Panel title="Who wrote this">
            {writers.length === 0 ? (
              <p className="text-ink-muted">It was brought in as a whole, from a file.</p>
            ) : (
              <ul className="grid gap-2">
                {writers.map(({ person, times }) => (
                  <li key={person.id} className="flex items-center gap-2.5">
                    <Avatar person={person} size="sm" decorative />
                    <span className="min-w-0 flex-1 truncate">{person.name}</span>
                    <span className="text-sm text-ink-muted">
                      {times === 1 ? "once" : `${times} times`}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title="Moments">
            <ol className="grid gap-1.5 text-sm">
              {moments.map((each, index) => (
                <li key={index}>
                  <Link
                    href={hrefOf(index)}
                    scroll={false}
                    prefetch={false}
                    aria-current={index === at ? "true" : undefined}
                    className="block min-h-6 rounded-xs px-1.5 py-0.5 hover:underline aria-[current]:bg-accent-wash aria-[current]:text-accent"
                  >
                    {momentWords(each)}
                  </Link>
                </li>
              ))}
            </ol>
          </Panel>
        </div>
      </div>
    </SpecFrame>
  );
}

const FATES = { added: "Written", edited: "Edited", moved: "Moved", removed: "Removed" } as const;

function momentWords({ at, fate, releases, number }: ClauseMoment): string {
  const what = fate ? FATES[fate] : "Published";
  const release = releases.length > 0 ? `, release ${releases.join(", ")}` : "";
  return `${what} ${absoluteTime(at)}${release}${number === null ? "" : `, revision ${number}`}`;
}

interface WordingProps {
  moment: ClauseMoment;
  before: ClauseMoment | null;
  levels: Comparison["after"]["document"]["levels"];
}

/** The wording of a moment with what changed since the one before it. */
function Wording({ moment, before, levels }: WordingProps) {
  if (moment.document === null) {
    return <p className="text-ink-muted">The section was removed here.</p>;
  }
  const now = { ...moment.document, levels };
  const context = blockContext(now, {
    formula: formulaMarkup,
    topHeading: topHeadingFor(now.content, 3),
  });
  const whole = (
    <div className="spec-text">
      <Blocks blocks={now.content} context={context} />
    </div>
  );
  if (!before?.document) return whole;
  const comparison = compareTexts(
    { document: { ...before.document, levels }, label: "before", href: null },
    { document: now, label: "now", href: null },
    { formula: formulaMarkup },
  );
  const filter = { ...DEFAULT_FILTER, unchanged: true };
  const view = layOutDiff(comparison, filter);
  if (view.shown.length === 0) return whole;
  return (
    <div className="diff-alone">
      <DiffText comparison={comparison} view={view} filter={filter} hrefWith={() => ""} />
    </div>
  );
}
