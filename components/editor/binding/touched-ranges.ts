import type { Transaction } from "@tiptap/pm/state";
import { AddMarkStep, RemoveMarkStep, type Step } from "@tiptap/pm/transform";

export interface TouchedRange {
  from: number;
  to: number;
  step: Step;
}

/** What each step of some transactions touched, as ranges of the text after the last of them. */
export function touchedRanges(transactions: readonly Transaction[]): TouchedRange[] {
  const ranges: TouchedRange[] = [];
  transactions.forEach((tr, index) => {
    const later = transactions.slice(index + 1);
    tr.steps.forEach((step, at) => {
      const rest = tr.mapping.slice(at + 1);
      const map = (pos: number, side: -1 | 1) =>
        later.reduce((now, next) => next.mapping.map(now, side), rest.map(pos, side));
      const add = (from: number, to: number) =>
        ranges.push({ from: map(from, -1), to: map(to, 1), step });
      // Marking moves nothing, so its map is empty.
      if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) add(step.from, step.to);
      step.getMap().forEach((_from, _to, from, to) => add(from, to));
    });
  });
  return ranges;
}
