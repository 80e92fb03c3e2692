import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { APP_PARTS } from "@/components/diff/app-parts";
import { compareTexts } from "@/components/diff/comparison";
import { readFilter, writeFilter, type DiffFilter } from "@/components/diff/diff-filter";
import { DiffView } from "@/components/diff/diff-view";
import { RestoreForm } from "@/components/history/restore-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { getRevisionDocument } from "@/lib/data/revision-documents";
import { mintUid } from "@/lib/mint-uid";
import { canRestoreRevision } from "@/lib/policy/history";
import { partUid, documentParts } from "@/lib/spec/document-parts";
import { plainText } from "@/lib/spec/plain-text";
import type { SpecDocument } from "@/lib/spec/document";
import { restoredDocument } from "@/lib/spec/restored-document";
import { SpecFrame } from "../../../spec-frame";
import { restore } from "../../actions";
import { openRevision, revisionTitle, type RevisionPageProps } from "../../open-revision";

interface RestorePageProps extends RevisionPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Restore" };

export default async function RestorePage(props: RestorePageProps) {
  const { signedIn, spec, revision } = await openRevision(props, "/restore");
  if (!canRestoreRevision(signedIn.actor, spec)) forbidden();
  const query = await props.searchParams;
  const section = [query["section"]].flat()[0] ?? null;
  const [{ document: now, headSeq }, then] = await Promise.all([
    getDraftMoment(db(), spec.id),
    getRevisionDocument(db(), spec.id, revision.number),
  ]);
  const after = restoredDocument(now, then, { section, keep: new Set(), mint: mintUid });
  const comparison = compareTexts(
    { document: now, label: "Draft now", href: null },
    { document: after, label: "Draft after restoring", href: null },
    { formula: formulaMarkup },
  );
  const title = section === null ? null : titleOf(then, section);
  const whole = revision.name === null ? revisionTitle(revision) : `“${revision.name}”`;
  const what = title === null ? whole : `“${title}” of ${whole}`;
  const base = `/w/${spec.slug}/history`;
  const hrefWith = (filter: DiffFilter) => {
    const search = writeFilter(filter);
    if (section !== null) search.set("section", section);
    return `${base}/${revision.number}/restore?${search}`;
  };
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Restore">
      <PageHeader title={`Restore ${what}`}>
        This is what would change in the draft. Nothing has happened yet.
      </PageHeader>
      {comparison.diff.changes.length > 0 && (
        <Notice
          title="Restoring writes the earlier words again"
          className="mb-6"
          actions={
            <>
              <RestoreForm
                input={{
                  specId: spec.id,
                  number: revision.number,
                  section,
                  seenSeq: String(headSeq),
                }}
                label={title === null ? "Restore everything" : "Restore this section"}
                restore={restore}
                href={base}
              />
              <ButtonLink href={`${base}/${revision.number}`}>Leave the draft as it is</ButtonLink>
            </>
          }
        >
          The draft as it is now stays in the history and can be restored in turn. Sections that
          somebody changes while you look at this stay as they leave them. Authority levels are
          settings and stay too.
        </Notice>
      )}
      <DiffView
        comparison={comparison}
        filter={readFilter(query)}
        hrefWith={hrefWith}
        parts={APP_PARTS}
      />
    </SpecFrame>
  );
}

function titleOf(document: SpecDocument, uid: string): string {
  const part = documentParts(document).sections.find((each) => partUid(each) === uid);
  const heading = part?.[0];
  return heading?.type === "heading" ? plainText(heading.content).trim() : "this section";
}
