import { Changelog } from "./changelog";
import { Day } from "./day";
import { PlainPage } from "./plain-page";
import {
  comparePath,
  releasePath,
  type ReleaseFacts,
  type SiteFacts,
  type SpecFacts,
} from "./reading-facts";

export interface ReleasesPageProps {
  site: SiteFacts;
  spec: SpecFacts;
  /** Newest first. */
  releases: readonly ReleaseFacts[];
}

/** All releases of a spec, with their notes and the hashes that prove their texts. */
export function ReleasesPage({ site, spec, releases }: ReleasesPageProps) {
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
        {releases.length} {releases.length === 1 ? "release" : "releases"} ·{" "}
        <a href={`/${spec.slug}/feed.xml`}>Feed</a> · <a href={`${path}.json`}>JSON</a>
      </p>
      {releases.map((release, index) => (
        <Release key={release.label} spec={spec} release={release} before={releases[index + 1]} />
      ))}
    </PlainPage>
  );
}

function Release({
  spec,
  release,
  before,
}: {
  spec: SpecFacts;
  release: ReleaseFacts;
  before: ReleaseFacts | undefined;
}) {
  const path = releasePath(spec, release);
  return (
    <section className="release-entry" id={release.label}>
      <h2>
        <a href={path}>{release.label}</a>
      </h2>
      <p className="colophon">
        Published <Day at={release.publishedAt} />
        {release.origin === "imported" && " elsewhere, taken over with its date"}
        {release.withdrawal && (
          <>
            {" · "}
            <b>Withdrawn</b>: {release.withdrawal.reason}
          </>
        )}
        {" · "}
        {before && (
          <>
            <a href={comparePath(spec, release, before.label)}>Compare with {before.label}</a>
            {" · "}
          </>
        )}
        <a href={`${path}.md`}>Markdown</a> · <a href={`${path}.json`}>JSON</a>
      </p>
      {release.changelog && <Changelog markdown={release.changelog} />}
      <details className="hashes">
        <summary>Hashes</summary>
        <p>
          SHA-256 of the text <code>{release.documentHash}</code>
        </p>
        <p>
          SHA-256 of the release <code>{release.manifestHash}</code>
        </p>
      </details>
    </section>
  );
}
