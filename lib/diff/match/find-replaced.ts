import type { UnitPart } from "../parts/unit-part";
import type { Comparison } from "./comparison";
import { gaps } from "./gaps";
import { single } from "./pairing";

/**
 * Texts that are gone while exactly one other of the same form stands in their place, both ways. They have
 * hardly a word in common, so they are no pair; that the one was written anew as the other stays possible.
 */
export function findReplaced(
  { before }: Comparison,
  told: ReadonlySet<UnitPart>,
): Map<UnitPart, UnitPart> {
  const replaced = new Map<UnitPart, UnitPart>();
  for (const from of before.sections) {
    const to = from.partner;
    if (!to || single(from.units).length === 0 || single(to.units).length === 0) continue;
    for (const { left, right } of gaps(from, to)) {
      const [[was, ...others], [now, ...more]] = [left, right].map(untold) as [
        UnitPart[],
        UnitPart[],
      ];
      if (!was || !now || others.length + more.length > 0 || was.form !== now.form) continue;
      replaced.set(was, now).set(now, was);
    }
  }
  return replaced;

  function untold(units: readonly UnitPart[]) {
    return units.filter((unit) => !told.has(unit));
  }
}
