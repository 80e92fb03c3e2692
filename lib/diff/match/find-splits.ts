import type { UnitPart } from "../parts/unit-part";
import type { ExamplePart } from "../parts/example-part";
import { isUnit } from "../parts/unit-part";
import type { Bag } from "../text/bag";
import { common, rarity, type WordWeight } from "../text/likeness";
import type { Comparison } from "./comparison";

/** A text of one document and the neighbours it became in the other, in order. */
export interface Split {
  whole: UnitPart;
  pieces: UnitPart[];
  /** How much of the new pieces came from the whole, 0 to 1. */
  share: number;
}

/** How much of a piece must come from the whole. */
const COMES_FROM_IT = 0.6;
const FEWEST_WORDS = 4;

/** Units that became several, and several that became one: found from texts that nobody else explains. */
export function findSplits({ before, after }: Comparison): { splits: Split[]; merges: Split[] } {
  const weight = rarity([...before.units, ...after.units].filter(differs).map(({ bag }) => bag));
  return { splits: splitsInto(after.units, weight), merges: splitsInto(before.units, weight) };
}

const differs = (unit: UnitPart) => !unit.unchanged;

function splitsInto(units: readonly UnitPart[], weight: WordWeight): Split[] {
  const found = new Map<UnitPart, Split>();
  const rest = new Map<UnitPart, Bag>();
  for (const piece of units) {
    if (piece.partner !== null || piece.bag.total < FEWEST_WORDS) continue;
    let best: { host: UnitPart; left: Bag; share: number } | null = null;
    for (const host of neighbours(piece, found)) {
      const whole = host.partner!;
      const left = rest.get(whole) ?? minus(whole.bag, host.bag);
      const share = shareOf(piece.bag, left, weight);
      if (share >= COMES_FROM_IT && share > (best?.share ?? 0)) best = { host, left, share };
    }
    if (!best) continue;
    const whole = best.host.partner!;
    rest.set(whole, minus(best.left, piece.bag));
    const split = found.get(whole) ?? { whole, pieces: [best.host], share: 1 };
    split.pieces.push(piece);
    split.share = Math.min(split.share, best.share);
    found.set(whole, split);
  }
  for (const { pieces } of found.values()) pieces.sort((a, b) => a.index - b.index);
  return [...found.values()];
}

/** The nearest units with a partner before and behind, where only pieces of the same whole stand between. */
function neighbours(piece: UnitPart, found: ReadonlyMap<UnitPart, Split>): UnitPart[] {
  return [-1, 1].flatMap((step) => nearest(piece, step as -1 | 1, found) ?? []);
}

function nearest(
  piece: UnitPart,
  step: -1 | 1,
  found: ReadonlyMap<UnitPart, Split>,
): UnitPart | null {
  const { items } = piece.section;
  const at = items.indexOf(piece);
  const passed: ExamplePart[] = [];
  for (let i = at + step; i >= 0 && i < items.length && Math.abs(i - at) <= REACH; i += step) {
    const item = items[i]!;
    if (!isUnit(item)) passed.push(item);
    else if (item.partner !== null) {
      const aside = passed.every((each) => stoodAside(each, item, step));
      return differs(item) && aside ? item : null;
    } else if (step < 0 && !isPiece(item, found)) return null;
  }
  return null;
}

const isPiece = (unit: UnitPart, found: ReadonlyMap<UnitPart, Split>) =>
  [...found.values()].some(({ pieces }) => pieces.includes(unit));

/** An example that stands between a text and its host stood on the other side of the whole, or elsewhere. */
function stoodAside(example: ExamplePart, host: UnitPart, step: number): boolean {
  const whole = host.partner!;
  const was = example.partner;
  if (was === null || was.section !== whole.section) return true;
  return step > 0 ? was.block > whole.block : was.block < whole.block;
}

/** A text that was cut into more pieces than this is told as edited. */
const REACH = 8;

function minus(a: Bag, b: Bag): Bag {
  const counts = a.counts.slice();
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    if (a.ids[i] === b.ids[j]) counts[i] = Math.max(0, counts[i++]! - b.counts[j++]!);
    else if (a.ids[i]! < b.ids[j]!) i++;
    else j++;
  }
  return { ids: a.ids, counts, total: counts.reduce((sum, each) => sum + each, 0) };
}

function shareOf(piece: Bag, left: Bag, weight: WordWeight): number {
  const all = weight.total(piece);
  return all === 0 ? 0 : common(piece, left, weight) / all;
}
