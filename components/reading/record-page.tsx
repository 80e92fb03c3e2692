import type { ReactNode } from "react";
import { Changelog } from "./changelog";
import { Day } from "./day";
import { PlainPage } from "./plain-page";
import { comparePath, releasePath, type SiteFacts, type SpecFacts } from "./reading-facts";
import { RecordChecking } from "./record-checking";
import { recordPath, type RecordFacts } from "./record-facts";
import { RecordedApprovals, RecordedObjections } from "./record-people";
import { RecordWarnings } from "./record-warnings";

export interface RecordPageProps {
  site: SiteFacts;
  spec: SpecFacts;
  record: RecordFacts;
}

/** The record of one release: what it is, what changed, who answers for it, and how to check it. */
export function RecordPage({ site, spec, record }: RecordPageProps) {
  const { label, baseLabel, origin, errata, objections } = record;
  const path = releasePath(spec, record);
  return (
    <PlainPage
      site={site}
      spec={spec}
      title={`${spec.title} ${label}: record`}
      description={`Who approved release ${label} of ${spec.title}, what changed, and how to check it.`}
      canonical={recordPath(spec, record)}
    >
      <p className="caps">
        <a href={`/${spec.slug}/releases`}>All releases</a>
      </p>
      <h1>{label}</h1>
      <p className="colophon">
        <Published record={record} />
      </p>
      <RecordWarnings record={record} />
      <p className="colophon">
        <a href={path}>Read {label}</a>
        {baseLabel !== null && (
          <>
            {" · "}
            <a href={comparePath(spec, record, baseLabel)}>What changed since {baseLabel}</a>
          </>
        )}
      </p>
      <Part title="Notes">
        {record.changelog ? (
          <Changelog markdown={record.changelog} at={path} whole />
        ) : (
          <p>There are no notes for this release.</p>
        )}
      </Part>
      {errata.length > 0 && (
        <Part title="Errata">
          <Errata record={record} path={path} />
        </Part>
      )}
      {origin === "published" && (
        <Part title="Who approved it">
          <RecordedApprovals record={record} />
        </Part>
      )}
      {objections.length > 0 && (
        <Part title="Objections that were not met">
          <RecordedObjections objections={objections} />
        </Part>
      )}
      <Part title="Check it yourself">
        <RecordChecking spec={spec} record={record} />
      </Part>
    </PlainPage>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="release-entry">
      <h2>{title}</h2>
      <div className="record-part">{children}</div>
    </section>
  );
}

function Published({ record }: { record: RecordFacts }) {
  const { publishedAt, publishedBy, origin, baseLabel, nextLabel } = record;
  return (
    <>
      Published <Day at={publishedAt} />
      {publishedBy !== null && origin === "published" && ` by ${publishedBy}`}
      {origin === "imported" && " elsewhere, taken over with its date"}
      {baseLabel === null ? ". The first release" : `. It follows ${baseLabel}`}
      {nextLabel === null ? "." : `; ${nextLabel} came after it.`}
    </>
  );
}

function Errata({ record, path }: { record: RecordFacts; path: string }) {
  return (
    <ol className="record-list">
      {record.errata.map(({ number, sectionId, text, at, by }) => (
        <li key={number} id={`erratum-${number}`}>
          <p className="colophon">
            Erratum {number}, {by}, <Day at={at} />
            {sectionId !== null && (
              <>
                , on <a href={`${path}#${encodeURIComponent(sectionId)}`}>#{sectionId}</a>
              </>
            )}
          </p>
          <p className="said">{text}</p>
        </li>
      ))}
    </ol>
  );
}
