import { Day } from "./day";
import { comparePath, releasePath, type EditionFacts, type ReleaseFacts } from "./reading-facts";

/** Which release one reads, and the way to all others. Opens without a script. */
export function ReleaseMenu({
  spec,
  release,
  releases,
}: Pick<EditionFacts, "spec" | "release" | "releases">) {
  const before = releases.find(({ number }) => number < release.number);
  return (
    <details className="menu">
      <summary className="bar-button">
        <span className="visually-hidden">Release </span>
        {release.label}
        {release !== releases[0] && <span className="older">older</span>}
      </summary>
      <ul>
        {releases.slice(0, 8).map((each) => (
          <li key={each.label}>
            <a
              href={releasePath(spec, each)}
              aria-current={each.label === release.label ? "page" : undefined}
            >
              {each.label} <Note release={each} isLatest={each === releases[0]} />
            </a>
          </li>
        ))}
        <li className="menu-end">
          <a href={`/${spec.slug}/releases`}>All releases</a>
        </li>
        {before && (
          <li>
            <a href={comparePath(spec, release, before.label)}>Compare with {before.label}</a>
          </li>
        )}
      </ul>
    </details>
  );
}

function Note({ release, isLatest }: { release: ReleaseFacts; isLatest: boolean }) {
  return (
    <small>
      {release.withdrawal ? "withdrawn" : isLatest ? "latest" : <Day at={release.publishedAt} />}
    </small>
  );
}
