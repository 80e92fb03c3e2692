/** The part of a change that says how much it asks of readers. */
interface Told {
  kind: string;
  class: string;
}

/**
 * How much a release asks of those who rely on the spec:
 * - `major`: a clause is gone, or binds more or less than before;
 * - `minor`: a clause is new, or says something else;
 * - `patch`: nothing that changes what the system should do.
 */
export type Impact = "major" | "minor" | "patch";

const MAJOR = new Set([
  "section.removed",
  "section.authority",
  "section.merged",
  "level.added",
  "level.removed",
  "level.changed",
]);

export function impactOf(changes: readonly Told[]): Impact {
  if (changes.some(({ kind }) => MAJOR.has(kind))) return "major";
  return changes.some(
    ({ kind, class: weight }) => kind === "section.added" || weight === "normative",
  )
    ? "minor"
    : "patch";
}

const VERSION = /^(v?)(\d+)\.(\d+)\.(\d+)$/;

/**
 * A label for the next release: a version if the last release had one, else the day.
 *
 * @param labels Labels of all releases, newest first.
 * @param today In UTC.
 */
export function proposeLabel(labels: readonly string[], impact: Impact, today: Date): string {
  const taken = new Set(labels);
  const version = VERSION.exec(labels[0] ?? "");
  const first = version ? nextVersion(version, impact) : today.toISOString().slice(0, 10);
  if (!taken.has(first)) return first;
  for (let number = 2; ; number += 1) {
    const label = `${first}.${number}`;
    if (!taken.has(label)) return label;
  }
}

function nextVersion([, prefix, ...numbers]: RegExpExecArray, impact: Impact): string {
  const [major = 0, minor = 0, patch = 0] = numbers.map(Number);
  const next = {
    major: [major + 1, 0, 0],
    minor: [major, minor + 1, 0],
    patch: [major, minor, patch + 1],
  }[impact];
  return `${prefix}${next.join(".")}`;
}
