import type { ChangeKind, Place } from "../change";
import type { Comparison } from "../match/comparison";
import type { ExamplePart } from "../parts/example-part";
import type { Pointer } from "../parts/inline-text";
import type { ItemPart } from "../parts/item-part";
import type { SectionPart } from "../parts/section-part";
import { isUnit } from "../parts/unit-part";
import { readInline } from "../parts/inline-text";
import type { Telling } from "./telling";

interface Spot {
  item: ItemPart;
  pointer: Pointer;
}

interface PointerEvent {
  kind: Extract<ChangeKind, `xref.${string}` | `link.${string}`>;
  from: Spot | null;
  to: Spot | null;
}

/**
 * References that came, went or changed, by the item where they stand (after, or before when they are gone).
 *
 * A reference that only follows a renamed section is the same reference. One that left a text and stands
 * in another of the same section has not come and not gone.
 */
export function findPointerEvents(comparison: Comparison): Map<ItemPart, PointerEvent[]> {
  const { before, after, renamed } = comparison;
  const gone = new Map<SectionPart, Spot[]>();
  const events: PointerEvent[] = [];
  const come: Spot[] = [];
  const items = (side: Comparison["before"]) => side.sections.flatMap((section) => section.items);
  for (const item of items(before)) {
    const { left, right, changed } = compare(item, item.partner, renamed);
    for (const [a, b] of changed) {
      events.push({
        kind: "link.changed",
        from: { item, pointer: a },
        to: { item: item.partner!, pointer: b },
      });
    }
    for (const pointer of left) {
      const spots = gone.get(item.section) ?? [];
      gone.set(item.section, spots);
      spots.push({ item, pointer });
    }
    for (const pointer of right) come.push({ item: item.partner!, pointer });
  }
  for (const item of items(after)) {
    if (item.partner === null) for (const pointer of pointersOf(item)) come.push({ item, pointer });
  }
  for (const to of come) {
    const home = to.item.section.partner;
    const same = home && takeSame(gone.get(home) ?? [], to.pointer, renamed);
    if (!same) events.push({ kind: `${to.pointer.kind}.added`, from: null, to });
  }
  for (const spots of gone.values()) {
    for (const from of spots) {
      events.push({ kind: `${from.pointer.kind}.removed`, from, to: null });
    }
  }
  return byItem(events);
}

/**
 * Tells the events of one item.
 *
 * @param told What was said of the item itself: references in a text that came or went are part of that.
 */
export function tellPointers(
  events: readonly PointerEvent[],
  told: readonly string[],
  telling: Telling,
): void {
  for (const { kind, from, to } of events) {
    const places: { from: Place | null; to: Place | null } = {
      from: from && telling.from.item(from.item),
      to: to && telling.to.item(to.item),
    };
    const partner = (from ?? to)!.item.partner;
    // Where the text is still there, both places help to find it.
    if (from && !to && partner) places.to = telling.to.item(partner);
    if (to && !from && partner) places.from = telling.from.item(partner);
    telling.report.add(
      kind,
      {
        class: "editorial",
        ...places,
        before: from?.pointer.target ?? null,
        after: to?.pointer.target ?? null,
        partOf: partner === null ? (told[0] ?? null) : null,
      },
      [from?.item ?? null, to?.item ?? null, partner],
    );
  }
}

function compare(
  from: ItemPart,
  to: ItemPart | null,
  renamed: ReadonlyMap<string, string>,
): { left: Pointer[]; right: Pointer[]; changed: [Pointer, Pointer][] } {
  if (from.unchanged) return { left: [], right: [], changed: [] };
  const left = pointersOf(from);
  if (!to) return { left, right: [], changed: [] };
  const right = [...pointersOf(to)];
  const gone = left.filter((pointer) => !takePointer(right, pointer, renamed));
  const changed: [Pointer, Pointer][] = [];
  const rest = gone.filter((pointer) => {
    const at = right.findIndex((other) => isChanged(pointer, other));
    if (at < 0) return true;
    changed.push([pointer, right.splice(at, 1)[0]!]);
    return false;
  });
  return { left: rest, right, changed };
}

const isChanged = (a: Pointer, b: Pointer) =>
  a.kind === "link" && b.kind === "link" && a.words !== "" && a.words === b.words;

const targetNow = ({ target, kind }: Pointer, renamed: ReadonlyMap<string, string>) =>
  kind === "xref" ? (renamed.get(target) ?? target) : target;

/** Takes the pointer after that means the same, if there is one. */
function takePointer(
  right: Pointer[],
  from: Pointer,
  renamed: ReadonlyMap<string, string>,
): boolean {
  const target = targetNow(from, renamed);
  const at = right.findIndex((to) => to.kind === from.kind && to.target === target);
  if (at >= 0) right.splice(at, 1);
  return at >= 0;
}

function takeSame(gone: Spot[], to: Pointer, renamed: ReadonlyMap<string, string>): boolean {
  const at = gone.findIndex(
    ({ pointer }) => pointer.kind === to.kind && targetNow(pointer, renamed) === to.target,
  );
  if (at >= 0) gone.splice(at, 1);
  return at >= 0;
}

function pointersOf(item: ItemPart): Pointer[] {
  return isUnit(item) ? item.reading.pointers : pointersOfExample(item);
}

function pointersOfExample(example: ExamplePart): Pointer[] {
  const title = example.node.content?.find((child) => child.type === "exampleTitle");
  return [
    ...readInline(title?.content).pointers,
    ...example.responses.flatMap(({ reason }) => reason.pointers),
  ];
}

function byItem(events: readonly PointerEvent[]): Map<ItemPart, PointerEvent[]> {
  const found = new Map<ItemPart, PointerEvent[]>();
  for (const event of events) {
    const item = event.to?.item ?? event.from!.item.partner ?? event.from!.item;
    found.set(item, [...(found.get(item) ?? []), event]);
  }
  return found;
}
