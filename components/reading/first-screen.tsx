import { AuthorityMark } from "@/components/authority/authority-mark";
import { Changelog } from "./changelog";
import { Day } from "./day";
import { EarlyScript } from "./early-script";
import { comparePath, type EditionFacts } from "./reading-facts";
import { recordPath } from "./record-facts";

/** Where the first screen has been read by the browser. No clause can be called so. */
export const FIRST_SCREEN = "first-screen";

/** What this is, which release and when, what changed since, and how to read a badge. */
export function FirstScreen(edition: EditionFacts) {
  const { spec, release, releases, sinceBefore } = edition;
  return (
    <div className="first-screen">
      <p className="caps">
        Release {release.label}
        {release === releases[0] && !release.withdrawal && <span className="latest">Latest</span>}
      </p>
      <h1>{spec.title}</h1>
      {spec.summary && <p className="summary">{spec.summary}</p>}
      <p className="colophon">
        Published <Day at={release.publishedAt} /> ·{" "}
        {count(edition.clauseCount, "clause", "clauses")} ·{" "}
        {count(edition.exampleCount, "example", "examples")} · {edition.words.toLocaleString("en")}{" "}
        words
        {edition.promptCount > 0 && (
          <>
            {" · "}
            <a href={`/${spec.slug}/${encodeURIComponent(release.label)}/evaluations`}>
              {edition.promptCount} evaluation {edition.promptCount === 1 ? "prompt" : "prompts"}
            </a>
          </>
        )}
        {" · "}
        <a href={recordPath(spec, release)}>Who approved it</a>
      </p>
      {(sinceBefore || release.changelog) && (
        <section className="news" aria-label="What changed">
          <h2 className="caps">
            {sinceBefore ? `Since ${sinceBefore.label}` : "About this release"}
          </h2>
          {sinceBefore && (
            <p>
              {sinceWords(sinceBefore)}{" "}
              <a href={comparePath(spec, release, sinceBefore.label)}>Compare the two</a>
            </p>
          )}
          {release.changelog && <Changelog markdown={release.changelog} />}
        </section>
      )}
      <Legend levels={edition.levels} />
      <EarlyScript assets={edition.site.assets} />
      <span id={FIRST_SCREEN} />
    </div>
  );
}

function sinceWords({ changed, added, removed }: NonNullable<EditionFacts["sinceBefore"]>): string {
  const parts = [
    changed > 0 && count(changed, "section changed", "sections changed"),
    added > 0 && count(added, "was added", "were added"),
    removed > 0 && count(removed, "was removed", "were removed"),
  ].filter((part) => part !== false);
  return parts.length > 0 ? `${parts.join(", ")}.` : "The wording is the same.";
}

const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;

function Legend({ levels }: Pick<EditionFacts, "levels">) {
  const used = levels.filter((level) => level.count > 0);
  if (used.length === 0) return null;
  return (
    <section className="legend" aria-label="How to read the badges">
      <h2 className="caps">How to read the badges</h2>
      <p>Each clause says how far it binds. A higher level wins over a lower one.</p>
      <dl>
        {used.map((level) => (
          <div key={level.key}>
            <dt>
              <AuthorityMark name={level.name} shape={level.shape} colour={level.colour} />
            </dt>
            <dd>{level.meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
