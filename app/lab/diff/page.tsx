import type { Metadata } from "next";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { CHANGE_CLASSES } from "@/components/diff/change-groups";
import { compareTexts } from "@/components/diff/comparison";
import { DEFAULT_FILTER } from "@/components/diff/diff-filter";
import { layOutDiff } from "@/components/diff/diff-layout";
import { DiffText } from "@/components/diff/diff-text";
import { ALL_FIXTURES } from "@/lib/diff/fixtures/all-fixtures";
import { summarise } from "@/lib/diff/summary";
import { printText } from "@/lib/markdown/print";
import { parse } from "@/lib/markdown/parse";
import { counter } from "@/lib/spec/builders";
import { LabFrame } from "../ui/lab-frame";
import { ChangeItem } from "./change-item";
import { FixtureList } from "./fixture-list";
import { SourceSide } from "./source-side";

export const metadata: Metadata = { title: "Comparison" };

interface Props {
  searchParams: Promise<{ pair?: string | string[] }>;
}

/** The named pairs of the unit tests: both sides, the list in sentences and as JSON. */
export default async function DiffLabPage({ searchParams }: Props) {
  const { pair } = await searchParams;
  const fixture = ALL_FIXTURES.find(({ name }) => name === pair) ?? ALL_FIXTURES[0]!;
  const comparison = compareTexts(
    { document: fixture.before, label: "Before", href: null },
    { document: fixture.after, label: "After", href: null },
    { formula: formulaMarkup },
  );
  const { diff } = comparison;
  // Typography is what some pairs are about.
  const filter = { ...DEFAULT_FILTER, classes: CHANGE_CLASSES, unchanged: true };
  const view = layOutDiff(comparison, filter);
  const [before, after] = [fixture.before, fixture.after].map((document) =>
    printText(document, parse("", { mint: counter(), profile: document.profile }).source),
  ) as [string, string];
  return (
    <LabFrame page="Comparison">
      <h1 className="mb-2 font-serif text-2xl font-semibold">Comparison</h1>
      <p className="mb-8 max-w-prose text-ink-muted">
        The pairs that the unit tests of the comparison use, and what it says about them: as people
        see it, as a list, and as JSON.
      </p>
      <div className="grid gap-10 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <FixtureList fixtures={ALL_FIXTURES} current={fixture.name} />
        <article className="min-w-0">
          <h2 className="font-serif text-xl font-semibold">{fixture.title}</h2>
          <p className="mt-1 max-w-prose text-ink-muted">{fixture.note}</p>
          <p className="mt-4 font-medium">{summarise(diff).sentence}.</p>
          <section aria-label="As people see it" className="mt-6">
            <DiffText comparison={comparison} view={view} filter={filter} hrefWith={() => ""} />
          </section>
          <h3 className="mt-8 text-sm font-semibold">As a list</h3>
          <ol className="mt-4 space-y-4">
            {diff.changes.map((change) => (
              <ChangeItem key={change.id} change={change} />
            ))}
          </ol>
          <div className="mt-8 grid gap-6 xl:grid-cols-2">
            <SourceSide title="Before" text={before} />
            <SourceSide title="After" text={after} />
          </div>
          <SourceSide title="The list as JSON" text={JSON.stringify(diff.changes, null, 2)} />
        </article>
      </div>
    </LabFrame>
  );
}
