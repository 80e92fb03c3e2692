import type { ChangeClass, ChangeKind } from "../change";
import type { Split } from "../match/find-splits";
import type { ItemLayout } from "../match/layout";
import type { UnitPart } from "../parts/unit-part";
import { tokenize } from "../text/tokens";
import { wordParts } from "../text/word-parts";
import { alternative, sure } from "./report";
import { classOfMove, type Telling } from "./telling";

/** Tells what became of one unit of the layout. */
export function tellUnit(row: ItemLayout, telling: Telling): void {
  const from = row.from as UnitPart | null;
  const to = row.to as UnitPart | null;
  if (from && to) {
    // A unit that moved is told once, where it is now.
    if (row.at === "goes") return;
    // A comment that became a rule says the same words, and now they bind.
    const crossed = from.commentary !== to.commentary && from.saysTheSame(to);
    if (row.at === "comes" || crossed) tellMoved(from, to, telling);
    tellChanged(from, to, telling);
  } else if (from) tellRemoved(from, telling);
  else if (to) tellAdded(to, telling);
}

const classOf = (...units: UnitPart[]): ChangeClass =>
  units.every(({ commentary }) => commentary) ? "editorial" : "normative";

function tellAdded(unit: UnitPart, telling: Telling): void {
  if (telling.pieces.has(unit)) return;
  const change = {
    class: classOf(unit),
    from: null,
    to: telling.to.item(unit),
    after: unit.text,
    form: unit.form,
    partOf: telling.sectionChanges.get(unit.section) ?? null,
    alternatives: anew(telling.replaced.get(unit), unit, telling),
  };
  telling.report.add("unit.added", change, [unit]);
}

function tellRemoved(unit: UnitPart, telling: Telling): void {
  if (telling.pieces.has(unit)) return;
  const change = {
    class: classOf(unit),
    from: telling.from.item(unit),
    to: null,
    before: unit.text,
    form: unit.form,
    partOf: telling.sectionChanges.get(unit.section) ?? null,
    alternatives: anew(unit, telling.replaced.get(unit), telling),
  };
  telling.report.add("unit.removed", change, [unit]);
}

/** The other reading of a text that is gone while another stands in its place: it was written anew. */
function anew(was: UnitPart | undefined, now: UnitPart | undefined, telling: Telling) {
  if (!was || !now) return [];
  const { from, to } = placesOf(was, now, telling);
  return [alternative(["unit.edited"], 0.3, "The text was written anew in its place.", from, to)];
}

function tellMoved(from: UnitPart, to: UnitPart, telling: Telling): void {
  const { confidence } = telling.comparison.units.evidence(from);
  const crossed = from.commentary !== to.commentary;
  telling.report.add(
    "unit.moved",
    {
      class: crossed ? "normative" : classOfMove(from.section, to.section, telling),
      ...placesOf(from, to, telling),
      before: from.text,
      after: to.text,
      form: to.form,
      within: from.section.partner === to.section,
      confidence: sure(confidence),
      alternatives: apart(from, to, confidence, telling),
    },
    [from, to],
  );
}

function tellChanged(from: UnitPart, to: UnitPart, telling: Telling): void {
  const split = telling.splits.get(from);
  const merge = telling.merges.get(to);
  if (split) tellSplit(split, telling);
  if (merge) tellMerged(merge, telling);
  if (split || merge || from.unchanged) return;
  if (!from.saysTheSame(to)) return tellEdited(from, to, telling);
  const crossed = from.commentary !== to.commentary;
  const moulded = from.source.shape !== to.source.shape && !crossed;
  if (from.reading.format !== to.reading.format || moulded) {
    tellTypography(from, to, telling);
  }
  tellFollowing(from, to, telling);
}

function tellEdited(from: UnitPart, to: UnitPart, telling: Telling): void {
  const { confidence } = telling.comparison.units.evidence(from);
  telling.report.add(
    "unit.edited",
    {
      class: classOf(from, to),
      ...placesOf(from, to, telling),
      before: from.text,
      after: to.text,
      parts: wordParts(from.shownTokens, to.shownTokens),
      form: to.form,
      confidence: sure(confidence),
      alternatives: apart(from, to, confidence, telling),
    },
    [from, to],
  );
}

/** Also for what nothing else accounts for: the words are the same, and yet something differs. */
export function tellTypography(from: UnitPart, to: UnitPart, telling: Telling): void {
  telling.report.add(
    "unit.typography",
    {
      class: "typographic",
      ...placesOf(from, to, telling),
      before: from.text,
      after: to.text,
      form: to.form,
    },
    [from, to],
  );
}

/** A reference that follows a renamed section is part of the renaming. */
function tellFollowing(from: UnitPart, to: UnitPart, telling: Telling): void {
  const { renamed } = telling.comparison;
  const follows = from.reading.pointers.find(({ target }) => renamed.has(target));
  if (!follows || from.text === to.text) return;
  const change = telling.report.add(
    "unit.edited",
    {
      class: "editorial",
      ...placesOf(from, to, telling),
      before: from.text,
      after: to.text,
      parts: wordParts(tokenize(from.text, telling.comparison.lexicon, true), to.shownTokens),
      form: to.form,
    },
    [from, to],
  );
  telling.following.push({ change, id: follows.target });
}

function tellSplit({ whole, pieces, share }: Split, telling: Telling): void {
  const targets = pieces.map((piece) => telling.to.item(piece));
  const after = pieces.map(({ text }) => text).join("\n\n");
  const now = tokenize(after, telling.comparison.lexicon, true);
  telling.report.add(
    "unit.split",
    {
      class: sameWords(whole, pieces) ? "editorial" : classOf(whole, ...pieces),
      from: telling.from.item(whole),
      to: targets[0]!,
      before: whole.text,
      after,
      parts: wordParts(whole.shownTokens, now),
      form: whole.form,
      targets,
      ...surenessOf(
        share,
        ["unit.edited", "unit.added"],
        "One text was edited, and another is new.",
      ),
    },
    [whole, ...pieces],
  );
}

function tellMerged({ whole, pieces, share }: Split, telling: Telling): void {
  const sources = pieces.map((piece) => telling.from.item(piece));
  const before = pieces.map(({ text }) => text).join("\n\n");
  const was = tokenize(before, telling.comparison.lexicon, true);
  telling.report.add(
    "unit.merged",
    {
      class: sameWords(whole, pieces) ? "editorial" : classOf(whole, ...pieces),
      from: sources[0]!,
      to: telling.to.item(whole),
      before,
      after: whole.text,
      parts: wordParts(was, whole.shownTokens),
      form: whole.form,
      sources,
      ...surenessOf(
        share,
        ["unit.removed", "unit.edited"],
        "One text was removed, another edited.",
      ),
    },
    [whole, ...pieces],
  );
}

/** Of a split or merge of which a share of the words is kept. */
function surenessOf(share: number, kinds: ChangeKind[], why: string) {
  const confidence = 0.5 + share / 2;
  const open = confidence < 0.95;
  return {
    confidence: sure(confidence),
    alternatives: open ? [alternative(kinds, 1 - confidence, why)] : [],
  };
}

const sameWords = (whole: UnitPart, pieces: readonly UnitPart[]) =>
  whole.commentary === pieces[0]!.commentary &&
  whole.tokens.ids.join() === pieces.map(({ tokens }) => tokens.ids.join()).join();

const placesOf = (from: UnitPart, to: UnitPart, telling: Telling) => ({
  from: telling.from.item(from),
  to: telling.to.item(to),
});

/** The other reading of a weak pair: two texts, one gone and one new. */
function apart(from: UnitPart, to: UnitPart, confidence: number, telling: Telling) {
  if (confidence >= 0.75) return [];
  const { from: gone, to: come } = placesOf(from, to, telling);
  const why = "The text was removed, and another one took its place.";
  return [alternative(["unit.removed", "unit.added"], 1 - confidence, why, gone, come)];
}
