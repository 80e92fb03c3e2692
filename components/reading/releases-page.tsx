import { Changelog } from "./changelog";
import { Day } from "./day";
import { PlainPage } from "./plain-page";
import { comparePath, releasePath, type SiteFacts, type SpecFacts } from "./reading-facts";
import { counted, recordPath, type RecordFacts } from "./record-facts";

export interface ReleasesPageProps {
  site: SiteFacts;
  spec: SpecFacts;
  /** Newest first. */
  records: readonly RecordFacts[];
}

/** All releases of a spec: notes, who approved them, and the hashes that prove their texts. */
export function ReleasesPage({ site, spec, records }: ReleasesPageProps) {
  const path = `/${spec.slug}/releases`;
  return (
    <PlainPage
      site={site}
      spec={spec}
      title={`Releases of ${spec.title}`}
      description={`Every release of ${spec.title}, with what changed and the hash of its text.`}
      canonical={path}
      alternates={[
        { type: "application/atom+xml", href: `/${spec.slug}/feed.xml`, title: "Releases" },
        { type: "application/json", href: `${path}.json`, title: "Releases as JSON" },
      ]}
    >
      <h1>Releases of {spec.title}</h1>
      <p className="colophon">
        {counted(records.length, "release")}. Every one stays readable, word for word ·{" "}
        <a href={`/${spec.slug}/feed.xml`}>Feed</a> · <a href={`${path}.json`}>JSON</a>
      </p>
      {records.map((record, index) => (
        <Release key={record.label} spec={spec} record={record} isLatest={index === 0} />
      ))}
    </PlainPage>
  );
}

interface ReleaseProps {
  spec: SpecFacts;
  record: RecordFacts;
  isLatest: boolean;
}

function Release({ spec, record, isLatest }: ReleaseProps) {
  const { label, baseLabel, withdrawal, override, errata, publishedAt, changelog } = record;
  const path = releasePath(spec, record);
  return (
    <section className="release-entry" id={label}>
      <h2>
        <a href={path}>{label}</a>
        {isLatest && !withdrawal && <span className="caps latest">Latest</span>}
        {withdrawal && <span className="caps label-strong">Withdrawn</span>}
        {override && <span className="caps label-strong">Against the rules</span>}
      </h2>
      <p className="colophon">
        Published <Day at={publishedAt} />
        <Approved record={record} />
        {baseLabel === null ? ". The first release." : `. It follows ${baseLabel}.`}
        {errata.length > 0 && ` ${counted(errata.length, "erratum", "errata")}.`}
      </p>
      {withdrawal && (
        <p className="colophon">
          <b>Withdrawn</b>: {withdrawal.reason}
        </p>
      )}
      {override && (
        <p className="colophon">
          <b>Published against the rules</b> by {override.askedBy} and {override.confirmedBy}:{" "}
          {override.reason}
        </p>
      )}
      {changelog && <Changelog markdown={changelog} at={path} />}
      <p className="colophon">
        <a href={recordPath(spec, record)}>Record of {label}</a>
        {baseLabel !== null && (
          <>
            {" · "}
            <a href={comparePath(spec, record, baseLabel)}>Compare with {baseLabel}</a>
          </>
        )}
        {" · "}
        <a href={`${path}.md`}>Markdown</a> · <a href={`${path}.json`}>JSON</a>
        {" · "}
        <a href={`${recordPath(spec, record)}/bundle.json`} download>
          Bundle to check
        </a>
      </p>
      <details className="hashes">
        <summary>Hashes</summary>
        <p>
          SHA-256 of the text <code>{record.documentHash}</code>
        </p>
        <p>
          SHA-256 of the release <code>{record.manifestHash}</code>
        </p>
      </details>
    </section>
  );
}

const MOST_NAMED = 4;

/** Who approved it, and how many of them put a dissent on record. */
function Approved({ record: { origin, approvals } }: { record: RecordFacts }) {
  if (origin === "imported") return " elsewhere, taken over with its date";
  const named = approvals.slice(0, MOST_NAMED).map(({ by }) => by);
  const more = approvals.length - named.length;
  const dissents = approvals.filter(({ dissent }) => dissent !== "").length;
  const people = more > 0 ? [...named, counted(more, "other")] : named;
  const last = people.pop();
  const words = people.length > 0 ? `${people.join(", ")} and ${last}` : last;
  if (!words) return ", approved by nobody";
  return `, approved by ${words}${dissents > 0 ? `, ${counted(dissents, "dissent")} on record` : ""}`;
}
