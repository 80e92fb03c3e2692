import type { SentenceMove } from "../match/match-sentences";
import type { UnitPart } from "../parts/unit-part";
import { sentenceText, type Sentence } from "../text/sentences";
import { tokenize } from "../text/tokens";
import { wordParts } from "../text/word-parts";
import { sure, type Report } from "./report";
import { classOfMove, type Telling } from "./telling";

/** Tells the sentences that came into one unit. */
export function tellSentences(moves: readonly SentenceMove[], telling: Telling): void {
  for (const { from, to, confidence } of moves) {
    const crossed = from.unit.commentary !== to.unit.commentary;
    const tokens = (text: string) => tokenize(text, telling.comparison.lexicon, true);
    const before = sentenceText(from.unit.tokens, from.sentence);
    const after = sentenceText(to.unit.tokens, to.sentence);
    telling.report.add(
      "sentence.moved",
      {
        class: crossed ? "normative" : classOfMove(from.unit.section, to.unit.section, telling),
        from: telling.from.item(from.unit),
        to: telling.to.item(to.unit),
        before,
        after,
        within: from.unit.section.partner === to.unit.section,
        parts: confidence === 1 ? [] : wordParts(tokens(before), tokens(after)),
        confidence: sure(confidence),
      },
      [from.unit, to.unit],
    );
  }
}

/**
 * A text that is gone (or new) all of whose sentences stand in (or came from) other texts: that it is gone
 * is part of the moves.
 */
export function foldMovedWhole(moves: readonly SentenceMove[], report: Report): void {
  foldSide(
    moves.map(({ from }) => from),
    "unit.removed",
    report,
  );
  foldSide(
    moves.map(({ to }) => to),
    "unit.added",
    report,
  );
}

function foldSide(
  spots: readonly SentenceMove["from"][],
  kind: "unit.removed" | "unit.added",
  report: Report,
): void {
  const moved = new Map<UnitPart, Set<Sentence>>();
  for (const { unit, sentence } of spots) {
    moved.set(unit, (moved.get(unit) ?? new Set<Sentence>()).add(sentence));
  }
  for (const [unit, sentences] of moved) {
    if (unit.partner !== null || sentences.size < unit.sentences.length) continue;
    const about = report.listAbout(unit);
    const move = about.find((change) => change.kind === "sentence.moved");
    const whole = about.find((change) => change.kind === kind);
    if (move && whole) whole.partOf ??= move.id;
  }
}
