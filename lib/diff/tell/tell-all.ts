import { matchSentences, type SentenceMove } from "../match/match-sentences";
import type { ItemLayout } from "../match/layout";
import type { ItemPart } from "../parts/item-part";
import { isUnit, type UnitPart } from "../parts/unit-part";
import { foldTurnedExamples } from "./fold-turned-examples";
import { tellExample } from "./tell-examples";
import { findMarkerEvents, tellMarkers } from "./tell-markers";
import { findPointerEvents, tellPointers } from "./tell-pointers";
import { tellPrompts } from "./tell-prompts";
import { tellRest } from "./tell-rest";
import { SectionTeller } from "./tell-sections";
import { foldMovedWhole, tellSentences } from "./tell-sentences";
import { tellTypography, tellUnit } from "./tell-units";
import type { Telling } from "./telling";

/** Writes the whole list, in reading order; levels of authority stand first and are told already. */
export function tellAll(telling: Telling): void {
  tellTitle(telling);
  const { comparison, layout } = telling;
  const sections = new SectionTeller(telling);
  const moves = matchSentences(comparison, relation(telling));
  const events = {
    pointers: findPointerEvents(comparison),
    markers: findMarkerEvents(comparison, telling.pieces),
    sentences: byUnit(moves),
  };
  for (const row of layout.sections) {
    sections.tell(row);
    for (const item of row.items) tellItem(item, events, telling);
  }
  foldMovedWhole(moves, telling.report);
  foldTurnedExamples(telling);
  for (const { change, id } of telling.following) change.partOf = telling.renames.get(id) ?? null;
  tellPrompts(telling);
  tellRest(layout, telling);
}

interface Events {
  pointers: ReturnType<typeof findPointerEvents>;
  markers: ReturnType<typeof findMarkerEvents>;
  sentences: Map<ItemPart, SentenceMove[]>;
}

function byUnit(moves: readonly SentenceMove[]): Events["sentences"] {
  const found: Events["sentences"] = new Map();
  for (const move of moves) {
    const list = found.get(move.to.unit);
    if (list) list.push(move);
    else found.set(move.to.unit, [move]);
  }
  return found;
}

function tellItem(item: ItemLayout, events: Events, telling: Telling): void {
  const part = (item.at === "goes" ? item.from : item.to)!;
  const moved = item.at === "goes" && item.to !== null;
  if (moved) return;
  const told = telling.report.about(item.to).length;
  if (isUnit(part)) tellUnit(item, telling);
  else tellExample(item, telling);
  const here = item.to ?? item.from!;
  tellPointers(events.pointers.get(here) ?? [], [...telling.report.about(here)], telling);
  tellMarkers(events.markers.get(here) ?? [], telling);
  tellSentences(events.sentences.get(here) ?? [], telling);
  if (isUnit(part)) tellSilent(item, told, telling);
}

/** Two units that are not equal, about which nothing was said. */
function tellSilent({ from, to }: ItemLayout, told: number, telling: Telling): void {
  if (!from || !to || from.unchanged || telling.report.about(to).length > told) return;
  tellTypography(from as UnitPart, to as UnitPart, telling);
}

function tellTitle({ comparison, report, from, to }: Telling): void {
  const before = comparison.before.document.title;
  const after = comparison.after.document.title;
  if (before === after) return;
  report.add("spec.retitled", {
    class: "normative",
    from: from.document,
    to: to.document,
    before,
    after,
  });
}

/** Whether a split or a merge already says that a text went from one unit to the other. */
function relation({ splits, merges }: Telling): (from: UnitPart, to: UnitPart) => boolean {
  return (from, to) =>
    (splits.get(from)?.pieces.includes(to) ?? false) ||
    (merges.get(to)?.pieces.includes(from) ?? false);
}
