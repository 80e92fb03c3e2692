import type { Metadata } from "next";
import { blockContext } from "@/components/blocks/block-context";
import { Blocks } from "@/components/blocks/blocks";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { NameDialog } from "@/components/history/name-dialog";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { db } from "@/lib/data/db";
import { getRevisionDocument } from "@/lib/data/revision-documents";
import { canNameRevision, canRestoreRevision } from "@/lib/policy/history";
import { topHeadingFor } from "@/components/history/top-heading";
import { SpecFrame } from "../../spec-frame";
import { name } from "../actions";
import { openRevision, revisionTitle, type RevisionPageProps } from "../open-revision";

export async function generateMetadata(props: RevisionPageProps): Promise<Metadata> {
  return { title: revisionTitle((await openRevision(props)).revision) };
}

export default async function RevisionPage(props: RevisionPageProps) {
  const { signedIn, spec, revision } = await openRevision(props);
  const { actor } = signedIn;
  const { number } = revision;
  const document = await getRevisionDocument(db(), spec.id, number);
  const context = blockContext(document, {
    formula: formulaMarkup,
    topHeading: topHeadingFor(document.content, 2),
  });
  const base = `/w/${spec.slug}`;
  const people = revision.contributors.map((person) => person.name).join(", ");
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page={revisionTitle(revision)}>
      <PageHeader
        title={revisionTitle(revision)}
        actions={
          <>
            {canNameRevision(actor, spec) && (
              <NameDialog specId={spec.id} number={number} name={revision.name} save={name} />
            )}
            {number > 1 && (
              <ButtonLink href={`${base}/compare?from=@${number - 1}&to=@${number}`}>
                What changed
              </ButtonLink>
            )}
            <ButtonLink href={`${base}/compare?from=@${number}&to=@draft`}>
              Compare with the draft
            </ButtonLink>
            {canRestoreRevision(actor, spec) && (
              <ButtonLink variant="primary" href={`${base}/history/${number}/restore`}>
                Restore …
              </ButtonLink>
            )}
          </>
        }
      >
        <Time at={revision.at} precise />
        {people && `, written by ${people}`}. {revision.summary}.
      </PageHeader>
      <article className="spec-text max-w-measure border-t border-line pt-6">
        <Blocks blocks={document.content} context={context} />
      </article>
    </SpecFrame>
  );
}
