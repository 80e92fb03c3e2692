import type { Awareness } from "y-protocols/awareness";

type Places = ReadonlyMap<number, readonly string[]>;

/** In which sections people are, by the awareness id of their editor. Tells only when somebody moved. */
export class PlacesStore {
  #places: Places = new Map();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly awareness: Awareness) {
    awareness.on("change", this.#look);
  }

  readonly get = (): Places => this.#places;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  stop(): void {
    this.awareness.off("change", this.#look);
  }

  readonly #look = (): void => {
    const next = new Map<number, readonly string[]>();
    this.awareness.getStates().forEach((state, client) => {
      const section = state["section"] as unknown;
      if (typeof section === "string") next.set(client, [section]);
    });
    if (same(this.#places, next)) return;
    this.#places = next;
    this.#listeners.forEach((listener) => listener());
  };
}

function same(a: Places, b: Places): boolean {
  return a.size === b.size && [...a].every(([client, [section]]) => b.get(client)?.[0] === section);
}
