import { Specimen } from "./specimen";

const SERIF = [
  ["text-3xl font-semibold", "Title of a spec", "40/46"],
  ["text-2xl font-semibold", "First heading", "30/38"],
  ["text-xl font-semibold", "Second heading", "24/32"],
  ["text-lg font-semibold", "Third heading", "20/28"],
  ["text-reading", "Reading: a sentence that is set to be read slowly.", "18/30"],
  ["text-editing", "Editing: the same sentence while it is being written.", "17/28"],
] as const;

const SANS = [
  ["text-md", "Lead and large controls", "16/24"],
  ["text-base", "The instrument: labels, buttons, tables", "14/20"],
  ["text-sm", "Hints and secondary facts", "13/18"],
  ["text-xs", "Badges and counts", "12/16"],
  ["caps", "Capitals for labels", "11/16"],
] as const;

/** The three voices: serif for the spec, sans for the instrument, mono for what is literal. */
export function TypeSpecimen() {
  return (
    <Specimen
      title="Type"
      note="Serif for the words of the spec, sans for the instrument, mono for ids, hashes and literal text."
      className="grid gap-x-12 gap-y-8 lg:grid-cols-2"
    >
      <div className="flex flex-col gap-4 font-serif">
        {SERIF.map(([look, words, size]) => (
          <p key={look} className="flex items-baseline justify-between gap-4">
            <span className={look}>{words}</span>
            <span className="shrink-0 font-sans text-xs text-ink-muted">{size}</span>
          </p>
        ))}
      </div>
      <div className="flex flex-col gap-4">
        {SANS.map(([look, words, size]) => (
          <p key={look} className="flex items-baseline justify-between gap-4">
            <span className={look}>{words}</span>
            <span className="shrink-0 text-xs text-ink-muted">{size}</span>
          </p>
        ))}
        <p className="font-mono text-sm">#say-what-is-so 9f2c 41ab 77e0</p>
        <p>
          An{" "}
          <a href="#type" className="link">
            ordinary link
          </a>{" "}
          in a sentence, and <del>words taken out</del> <ins>words put in</ins>,{" "}
          <span className="moved">words moved</span> and <mark>words marked</mark>.
        </p>
      </div>
    </Specimen>
  );
}
