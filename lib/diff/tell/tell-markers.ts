import { footnoteIds } from "@/lib/spec/markers";
import type { Comparison } from "../match/comparison";
import type { ItemPart } from "../parts/item-part";
import type { Side } from "../parts/side";
import type { UnitPart } from "../parts/unit-part";
import { wordParts } from "../text/word-parts";
import { sure } from "./report";
import type { Telling } from "./telling";

interface MarkerEvent {
  id: string;
  from: UnitPart | null;
  to: UnitPart | null;
  confidence: number;
}

/** Evaluation markers that came, went, or hang on another text, by the unit where they stand. */
export function findMarkerEvents(
  comparison: Comparison,
  pieces: ReadonlySet<UnitPart>,
): Map<ItemPart, MarkerEvent[]> {
  const before = spots(comparison.before);
  const after = spots(comparison.after);
  const events: MarkerEvent[] = [];
  for (const [id, left] of before) {
    const right = [...(after.get(id) ?? [])];
    const rest = left.filter((unit) => !takePartner(unit, right));
    for (const from of rest) {
      const to = right.shift() ?? null;
      events.push({
        id,
        from,
        to,
        confidence: to === null ? 1 : confidenceOfMove(from, to, pieces),
      });
    }
    for (const to of right) events.push({ id, from: null, to, confidence: 1 });
    if (left.length === 1 && after.get(id)?.length === 1 && rest.length === 0) {
      const from = left[0]!;
      if (changedSentence(id, from, from.partner!)) {
        events.push({ id, from, to: from.partner!, confidence: 0.8 });
      }
    }
  }
  for (const [id, right] of after) {
    if (before.has(id)) continue;
    for (const to of right) events.push({ id, from: null, to, confidence: 1 });
  }
  return byUnit(events.filter(({ confidence }) => confidence > 0));
}

/** Tells the events of one unit. */
export function tellMarkers(events: readonly MarkerEvent[], telling: Telling): void {
  for (const { id, from, to, confidence } of events) {
    // Where the text is still there, both places help to find it.
    const was = from ?? to!.partner;
    const now = to ?? from!.partner;
    const paired = was !== null && now !== null && was.partner === now;
    const shared = {
      class: "editorial" as const,
      from: was && telling.from.item(was),
      to: now && telling.to.item(now),
      before: from && id,
      after: to && id,
      parts: paired && was.saysTheSame(now) ? wordParts(was.shownTokens, now.shownTokens) : [],
      confidence: sure(confidence),
    };
    const touched = [from, to, was, now];
    if (from && to) {
      const within = from.section.partner === to.section;
      telling.report.add("marker.moved", { ...shared, within }, touched);
    } else {
      const home = telling.sectionChanges.get((to ?? from)!.section) ?? null;
      const partOf = paired ? null : home;
      telling.report.add(to ? "marker.added" : "marker.removed", { ...shared, partOf }, touched);
    }
  }
}

function spots({ document, units }: Side): Map<string, UnitPart[]> {
  const footnotes = footnoteIds(document.content);
  const found = new Map<string, UnitPart[]>();
  for (const unit of units) {
    // Most texts have none: looking costs nothing, reading them all would.
    if (!hasMarker(unit)) continue;
    for (const { id } of unit.reading.markers) {
      if (!footnotes.has(id)) found.set(id, [...(found.get(id) ?? []), unit]);
    }
  }
  return found;
}

const hasMarker = ({ source }: UnitPart) =>
  source.prose?.some(({ type }) => type === "evaluationMarker") ?? false;

function takePartner(unit: UnitPart, right: UnitPart[]): boolean {
  // In another section it hangs on another clause, even when its text came along.
  if (unit.partner?.section !== unit.section.partner) return false;
  const at = right.findIndex((other) => other === unit.partner);
  if (at >= 0) right.splice(at, 1);
  return at >= 0;
}

/** 0 when the marker stayed with its text: a piece of the unit it stood in, in the same section. */
function confidenceOfMove(from: UnitPart, to: UnitPart, pieces: ReadonlySet<UnitPart>): number {
  if (from.section.partner !== to.section) return 1;
  return pieces.has(to) || pieces.has(from) ? 0 : 0.8;
}

/** Whether the marker left a sentence that is still there for another that was already there. */
function changedSentence(id: string, from: UnitPart, to: UnitPart): boolean {
  if (from.unchanged) return false;
  const left = from.sentences;
  const right = to.sentences;
  if (left.length < 2 || right.length < 2) return false;
  const a = left[sentenceOf(id, from)]?.fold;
  const b = right[sentenceOf(id, to)]?.fold;
  if (a === undefined || b === undefined || a === b) return false;
  return right.some(({ fold }) => fold === a) && left.some(({ fold }) => fold === b);
}

function sentenceOf(id: string, unit: UnitPart): number {
  const marker = unit.reading.markers.find((each) => each.id === id);
  const at = unit.placeInTokens(marker?.at ?? 0);
  const { starts } = unit.tokens;
  const token = starts.findLastIndex((start) => start < Math.max(1, at));
  return unit.sentences.findIndex(({ from, to }) => from <= token && token < to);
}

function byUnit(events: readonly MarkerEvent[]): Map<ItemPart, MarkerEvent[]> {
  const found = new Map<ItemPart, MarkerEvent[]>();
  for (const event of events) {
    const unit = event.to ?? event.from!.partner ?? event.from!;
    found.set(unit, [...(found.get(unit) ?? []), event]);
  }
  return found;
}
