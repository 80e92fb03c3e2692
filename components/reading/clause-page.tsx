import type { BlockContext } from "@/components/blocks/block-context";
import { ClauseSection } from "@/components/clause/clause-section";
import type { Section } from "@/lib/spec/section-tree";
import { Day } from "./day";
import { Notices } from "./notices";
import { PlainPage } from "./plain-page";
import {
  clausePath,
  comparePath,
  releasePath,
  type Citation,
  type ClauseMoment,
  type EditionFacts,
} from "./reading-facts";
import { ReleaseMenu } from "./release-menu";

export interface ClausePageProps {
  edition: EditionFacts;
  section: Section & { id: string };
  /** Links inside lead to the page of the whole release. */
  context: BlockContext;
  /** What happened to it, newest first. */
  history: readonly ClauseMoment[];
}

/** One clause on a page of its own: to be linked to, with who cites it and how it came to be. */
export function ClausePage({ edition, section, context, history }: ClausePageProps) {
  const { site, spec, release, releases } = edition;
  const path = clausePath(spec, release, section.id);
  const citations = edition.citations.get(section.id) ?? [];
  const level = section.authority === null ? null : context.levelOf(section.authority);
  return (
    <PlainPage
      site={site}
      spec={spec}
      title={`${section.title} · ${spec.title}`}
      description={`${level ? `${level.name} level. ` : ""}Section ${section.number.join(".")} of ${spec.title}, release ${release.label}.`}
      canonical={path}
      alternates={[
        { type: "application/json", href: `${path}.json`, title: "This clause as JSON" },
        { type: "text/markdown", href: `${path}.md`, title: "This clause as Markdown" },
        {
          type: "application/atom+xml",
          href: `/${spec.slug}/feed/${encodeURIComponent(section.id)}.xml`,
          title: "Changes of this clause",
        },
      ]}
      facts={{ "data-permanent": path, "data-page": "clause" }}
      bar={<ReleaseMenu spec={spec} release={release} releases={releases} />}
    >
      <Notices {...edition} />
      <p className="caps">
        <a href={`${releasePath(spec, release)}#${encodeURIComponent(section.id)}`}>
          Read it in its place in {release.label}
        </a>
      </p>
      <ClauseSection section={section} context={{ ...context, topHeading: 2 - section.level }} />
      <History moments={history} edition={edition} />
      <Citations citations={citations} edition={edition} />
      <section className="about" data-discussion={section.id} />
      <p className="colophon">
        <a href={`${path}.md`}>Markdown</a> · <a href={`${path}.json`}>JSON</a> ·{" "}
        <a href={`/${spec.slug}/feed/${encodeURIComponent(section.id)}.xml`}>Feed of its changes</a>
      </p>
    </PlainPage>
  );
}

function History({
  moments,
  edition: { spec, release },
}: {
  moments: readonly ClauseMoment[];
  edition: EditionFacts;
}) {
  return (
    <section className="about">
      <h2 className="caps">History</h2>
      <ol className="history">
        {moments.map((moment) => (
          <li key={moment.label} aria-current={moment.label === release.label ? "true" : undefined}>
            <a href={clausePath(spec, moment, moment.id)}>{moment.label}</a>{" "}
            <Day at={moment.publishedAt} />: {moment.what}
            {moment.before !== null && (
              <>
                {". "}
                <a
                  href={`${comparePath(spec, moment, moment.before)}#${encodeURIComponent(moment.id)}`}
                >
                  Compare
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Citations({
  citations,
  edition: { spec, release },
}: {
  citations: readonly Citation[];
  edition: EditionFacts;
}) {
  if (citations.length === 0) return null;
  return (
    <section className="about">
      <h2 className="caps">Cited by</h2>
      <ul>
        {citations.map(({ id, title, number, asViolated }, index) => (
          <li key={index}>
            {number} {id === null ? title : <a href={clausePath(spec, release, id)}>{title}</a>}
            {asViolated && ", where a response conflicts with it"}
          </li>
        ))}
      </ul>
    </section>
  );
}
