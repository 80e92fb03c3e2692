import type { Change, Place } from "../change";

/** Blocks of `content` that changes are about, by index. */
export interface NamedBlocks {
  from: Set<number>;
  to: Set<number>;
}

/**
 * Which blocks the changes of a list name: all others are the same in both documents.
 *
 * @param holders Lists, quotes, tables that hold the same text on both sides.
 */
export function namedBlocks(
  changes: readonly Change[],
  holders: readonly (readonly [from: number, to: number])[],
): NamedBlocks {
  const named: NamedBlocks = { from: new Set(), to: new Set() };
  const put = (place: Place | null, blocks: Set<number>) => {
    if (place && place.block !== null) blocks.add(place.block);
  };
  for (const change of changes) {
    if (WITHOUT_TEXT.has(change.kind)) continue;
    put(change.from, named.from);
    put(change.to, named.to);
    if (change.kind === "unit.merged") {
      for (const place of change.sources) put(place, named.from);
    }
    if (change.kind === "unit.split") {
      for (const place of change.targets) put(place, named.to);
    }
  }
  return withHolders(named, holders);
}

/** A list that got an item is another list on both sides, though the item stands on one side alone. */
function withHolders(
  named: NamedBlocks,
  holders: readonly (readonly [from: number, to: number])[],
): NamedBlocks {
  for (let size = -1; size !== named.from.size + named.to.size;) {
    size = named.from.size + named.to.size;
    for (const [from, to] of holders) {
      if (!named.from.has(from) && !named.to.has(to)) continue;
      named.from.add(from);
      named.to.add(to);
    }
  }
  return named;
}

/** These say where a heading stands, not what it says. */
const WITHOUT_TEXT: ReadonlySet<Change["kind"]> = new Set([
  "section.moved",
  "section.reordered",
  "section.merged",
  "section.split",
]);
