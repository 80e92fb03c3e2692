import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { APP_PARTS } from "@/components/diff/app-parts";
import { CompareToolbar } from "@/components/diff/compare-toolbar";
import { compareTexts } from "@/components/diff/comparison";
import { readFilter } from "@/components/diff/diff-filter";
import { DiffView } from "@/components/diff/diff-view";
import { UnchangedBlocks } from "@/components/diff/unchanged-blocks";
import { PageHeader } from "@/components/ui/page-header";
import type { ComparedTextView } from "@/lib/data/compared-texts";
import { NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canImportIntoDraft } from "@/lib/policy/import";
import { showUnchanged } from "./actions";
import { openSpec, SpecFrame, type SpecPageProps } from "../spec-frame";
import { compareHref } from "./compare-address";
import { openText } from "./open-text";
import { listTextChoices } from "./text-choices";

interface ComparePageProps extends SpecPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Compare" };

export default async function ComparePage(props: ComparePageProps) {
  const { signedIn, spec } = await openSpec(props, "/compare");
  const query = await props.searchParams;
  const choices = await listTextChoices(signedIn.actor, spec.id);
  const texts = choices.flatMap((choice) => choice.texts);
  const to = word(query["to"]) ?? "@draft";
  // Without a word: against the newest release, or else the newest revision.
  const from = word(query["from"]) ?? texts.find(({ value }) => value !== to)?.value ?? "@draft";
  const [before, after] = await Promise.all([
    textOf(signedIn.actor, spec.id, from),
    textOf(signedIn.actor, spec.id, to),
  ]);
  const filter = readFilter(query);
  const exportHref = (format: string) =>
    `${compareHref(spec.slug, from, to).replace("/compare?", "/compare/export?")}&format=${format}`;
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Compare">
      <PageHeader title={`${before.label} to ${after.label}`}>
        {canImportIntoDraft(signedIn.actor, spec) && (
          <>
            To compare a file of yours,{" "}
            <Link className="link" href={`/w/${spec.slug}/import`}>
              upload it
            </Link>
            ; nothing is imported until you say so.
          </>
        )}
      </PageHeader>
      <CompareToolbar
        from={from}
        to={to}
        choices={withChosen(choices, [
          { value: from, label: before.label },
          { value: to, label: after.label },
        ])}
        filter={filter}
        hrefWith={(other) => compareHref(spec.slug, from, to, other)}
        parts={APP_PARTS}
        swapHref={compareHref(spec.slug, to, from, filter)}
        exports={{
          markdown: exportHref("markdown"),
          html: exportHref("html"),
          json: exportHref("json"),
        }}
      />
      <DiffView
        comparison={compareTexts(before, after, { formula: formulaMarkup })}
        filter={filter}
        hrefWith={(other) => compareHref(spec.slug, from, to, other)}
        parts={APP_PARTS}
        fold={(folded) => (
          <UnchangedBlocks {...folded} show={showUnchanged.bind(null, { specId: spec.id, to })} />
        )}
      />
    </SpecFrame>
  );
}

const word = (value: string | string[] | undefined) => [value].flat()[0];

async function textOf(actor: Actor, specId: string, words: string): Promise<ComparedTextView> {
  return openText(actor, specId, words).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
}

type Choices = Awaited<ReturnType<typeof listTextChoices>>;

/** A text from further back than the list goes is added to it, so that the picker shows it. */
function withChosen(choices: Choices, chosen: Choices[number]["texts"]): Choices {
  const known = new Set(choices.flatMap(({ texts }) => texts.map(({ value }) => value)));
  const missing = chosen.filter(({ value }) => !known.has(value));
  return [...choices, { group: "Chosen", texts: missing }];
}
