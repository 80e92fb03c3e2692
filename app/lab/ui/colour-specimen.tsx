import { Specimen } from "./specimen";

const GROUNDS = [
  ["bg-surface", "surface"],
  ["bg-raised", "raised"],
  ["bg-sunken", "sunken"],
  ["bg-accent-wash", "accent-wash"],
  ["bg-positive-wash", "positive-wash"],
  ["bg-caution-wash", "caution-wash"],
  ["bg-negative-wash", "negative-wash"],
  ["bg-mark-bg", "mark-bg"],
] as const;

const INKS = [
  ["bg-ink", "ink"],
  ["bg-ink-muted", "ink-muted"],
  ["bg-accent", "accent"],
  ["bg-accent-strong", "accent-strong"],
  ["bg-positive", "positive"],
  ["bg-caution", "caution"],
  ["bg-negative", "negative"],
  ["bg-line-strong", "line-strong"],
] as const;

/** Grounds and inks by name. */
export function ColourSpecimen() {
  return (
    <Specimen
      title="Colour"
      note="Paper and ink, one accent. The values are in app/tokens.css; a test computes their contrast."
    >
      {[GROUNDS, INKS].map((row) => (
        <ul key={row[0][1]} className="mb-4 grid grid-cols-2 gap-3 sm:grid-cols-4 xl:grid-cols-8">
          {row.map(([look, name]) => (
            <li key={name}>
              <div className={`h-12 rounded-sm border border-line ${look}`} />
              <span className="text-xs text-ink-muted">{name}</span>
            </li>
          ))}
        </ul>
      ))}
    </Specimen>
  );
}
