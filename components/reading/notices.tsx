import { Day } from "./day";
import { comparePath, releasePath, type EditionFacts } from "./reading-facts";
import { recordPath } from "./record-facts";

/** What a reader must know before the text: withdrawn, overtaken, archived. Nothing for most readers. */
export function Notices({
  spec,
  release,
  releases,
  untilLatest,
}: Pick<EditionFacts, "spec" | "release" | "releases" | "untilLatest">) {
  const latest = releases[0];
  return (
    <>
      {release.withdrawal && (
        <div className="notice notice-strong" role="note">
          <b>This release was withdrawn</b> on <Day at={release.withdrawal.at} />.{" "}
          {release.withdrawal.reason} Its text stays here so that what was said about it can be
          checked.
        </div>
      )}
      {release.override && (
        <div className="notice notice-strong" role="note">
          <b>Published against the rules of this spec</b> on <Day at={release.override.at} />.{" "}
          {release.override.reason} <a href={recordPath(spec, release)}>What was not met</a>
        </div>
      )}
      {release.errata.length > 0 && (
        <div className="notice" role="note">
          <b>Corrections.</b> The text stays as it was published.
          <ol className="errata">
            {release.errata.map((erratum) => (
              <li key={erratum.number}>
                {erratum.sectionId !== null && (
                  <>
                    <a href={`#${encodeURIComponent(erratum.sectionId)}`}>#{erratum.sectionId}</a>
                    :{" "}
                  </>
                )}
                {erratum.text} (<Day at={erratum.at} />)
              </li>
            ))}
          </ol>
        </div>
      )}
      {untilLatest && latest && (
        <div className="notice" role="note" data-latest={latest.label}>
          <b>A newer release exists.</b>{" "}
          <a href={`/${spec.slug}`} data-same-clause>
            Read {latest.label}
          </a>
          , published <Day at={latest.publishedAt} />, or{" "}
          <a href={comparePath(spec, latest, release.label)}>see what changed</a>
          {newsWords(untilLatest)}.
        </div>
      )}
      {spec.isArchived && (
        <div className="notice" role="note">
          <b>This spec is archived.</b> Nobody works on it any more; its releases stay.{" "}
          <a href={releasePath(spec, release)}>This one</a> has its own address.
        </div>
      )}
    </>
  );
}

function newsWords({ changed, added, removed }: NonNullable<EditionFacts["untilLatest"]>): string {
  const parts = [
    changed > 0 && `${changed} sections changed`,
    added > 0 && `${added} added`,
    removed > 0 && `${removed} removed`,
  ].filter(Boolean);
  return parts.length > 0 ? `: ${parts.join(", ")}` : "";
}
