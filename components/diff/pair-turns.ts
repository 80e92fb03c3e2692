import type { Change } from "@/lib/diff/change";
import type { ExampleJson, MessageJson, NodeJson, ResponseJson } from "@/lib/spec/block-json";

/** One message or response beside what it was. */
export interface TurnPair<N extends NodeJson> {
  before: N | null;
  after: N | null;
  changes: Change[];
}

/** The messages of an example, before and between its responses. */
export const messagesOf = (example: ExampleJson): MessageJson[] =>
  turnsOf(example).filter((turn): turn is MessageJson => turn.type === "message");

export const responsesOf = (example: ExampleJson): ResponseJson[] =>
  turnsOf(example).filter((turn): turn is ResponseJson => turn.type === "response");

const turnsOf = (example: ExampleJson) =>
  (example.content ?? []).flatMap((child) =>
    child.type === "comparison" ? (child.content ?? []) : [child],
  );

/**
 * Puts turns beside each other as the changes say; those that no change names are the same, in order.
 * Turns that are gone stand behind the one that stood before them.
 */
export function pairTurns<N extends NodeJson>(
  before: readonly N[],
  after: readonly N[],
  changes: readonly Change[],
  index: "message" | "response",
): TurnPair<N>[] {
  const partner = new Map<number, number>();
  const added = new Set<number>();
  const removed = new Set<number>();
  for (const { from, to } of changes) {
    const was = from?.[index] ?? null;
    const is = to?.[index] ?? null;
    if (was !== null && is !== null) partner.set(is, was);
    else if (is !== null) added.add(is);
    else if (was !== null) removed.add(was);
  }
  const taken = new Set(partner.values());
  const free = before.map((_, at) => at).filter((at) => !taken.has(at) && !removed.has(at));
  const pairs: { was: number | null; is: number | null }[] = after.map((_, is) => ({
    is,
    was: partner.get(is) ?? (added.has(is) ? null : (free.shift() ?? null)),
  }));
  for (const was of [...removed, ...free].sort((a, b) => a - b)) {
    const behind = pairs.findLastIndex((pair) => pair.was !== null && pair.was < was);
    pairs.splice(behind + 1, 0, { was, is: null });
  }
  return pairs.map(({ was, is }) => ({
    before: was === null ? null : before[was]!,
    after: is === null ? null : after[is]!,
    changes: changes.filter(
      ({ from, to }) =>
        (is !== null && to?.[index] === is) ||
        (to === null && was !== null && from?.[index] === was),
    ),
  }));
}
