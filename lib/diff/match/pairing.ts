/** Anything that has a partner in the other document. */
export interface Partnered<P> {
  partner: P | null;
}

/** How a pair was found, and how sure that is. */
export interface Evidence {
  how:
    | "identity"
    | "id"
    | "ledger"
    | "same text"
    | "title"
    | "prompt"
    | "content"
    | "children"
    | "place";
  confidence: number;
}

/** Pairs of one kind of part, with why they are pairs. */
export class Pairing<P extends Partnered<P>> {
  readonly #evidence = new Map<P, Evidence>();

  pair(from: P, to: P, evidence: Evidence): void {
    from.partner = to;
    to.partner = from;
    this.#evidence.set(from, evidence);
  }

  /** Why a part of the document before has its partner. */
  evidence(from: P): Evidence {
    const found = this.#evidence.get(from);
    if (!found) throw new TypeError("This part has no partner.");
    return found;
  }
}

/** Parts without a partner yet. */
export const single = <P extends Partnered<P>>(parts: readonly P[]): P[] =>
  parts.filter((part) => part.partner === null);

/** Pairs parts whose key stands exactly once on each side. */
export function pairUnique<P>(
  from: readonly P[],
  to: readonly P[],
  keyOf: (part: P) => string | number | null,
  pair: (from: P, to: P) => void,
): void {
  const right = uniqueByKey(to, keyOf);
  for (const [key, part] of uniqueByKey(from, keyOf)) {
    const other = right.get(key);
    if (part && other) pair(part, other);
  }
}

/** Null where a key stands twice. */
function uniqueByKey<P>(
  parts: readonly P[],
  keyOf: (part: P) => string | number | null,
): Map<string | number, P | null> {
  const found = new Map<string | number, P | null>();
  for (const part of parts) {
    const key = keyOf(part);
    if (key !== null) found.set(key, found.has(key) ? null : part);
  }
  return found;
}

export interface Candidate<P> {
  from: P;
  to: P;
  score: number;
}

/** Takes candidates from the best down, each part once. Equal scores keep the order they came in. */
export function pairBest<P extends Partnered<P>>(
  candidates: readonly Candidate<P>[],
  pair: (candidate: Candidate<P>) => void,
): void {
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score)) {
    if (candidate.from.partner === null && candidate.to.partner === null) pair(candidate);
  }
}
