import * as Y from "yjs";
import { ClockRanges } from "../clock-ranges";

/** When something of one's own was done: turns count one's own changes. */
export interface Turn {
  turn: number;
  /** As `performance.now()`. */
  at: number;
}

interface Stretch extends Turn {
  client: number;
  from: number;
  to: number;
}

/**
 * What one wrote and took away a moment ago, so that others may not have seen it yet: pieces of the shared
 * document with one's own turn.
 */
export class YoungWords {
  #turn = 0;
  readonly #written = new Stretches();
  readonly #removed = new Stretches();

  constructor(private readonly ydoc: Y.Doc) {}

  get isEmpty(): boolean {
    return this.#written.isEmpty && this.#removed.isEmpty;
  }

  /** The turn in which one wrote a piece, and the clock up to which (left out) that holds. */
  readonly written = (client: number, clock: number) => this.#written.find(client, clock);
  readonly removed = (client: number, clock: number) => this.#removed.find(client, clock);

  /** Takes note of a change of one's own, and keeps what it removed readable. */
  note(change: Y.Transaction): void {
    const { beforeState, afterState, deleteSet } = change;
    const turn = { turn: (this.#turn += 1), at: performance.now() };
    const client = this.ydoc.clientID;
    const from = beforeState.get(client) ?? 0;
    const to = afterState.get(client) ?? 0;
    if (to > from) this.#written.add({ client, from, to, ...turn });
    for (const [of, gone] of deleteSet.clients) {
      for (const { clock, len } of gone) {
        this.#removed.add({ client: of, from: clock, to: clock + len, ...turn });
      }
    }
    if (deleteSet.clients.size > 0) keepReadable(change);
  }

  /** A copy that somebody made of one's own young piece is as young. */
  adopt({ client, clock }: Y.ID, length: number, turn: Turn): void {
    this.#written.add({ client, from: clock, to: clock + length, ...turn });
  }

  forgetBefore(at: number): void {
    this.#written.forgetBefore(at);
    this.#removed.forgetBefore(at);
  }
}

class Stretches {
  #all: Stretch[] = [];
  #ranges: ClockRanges<Turn> | null = null;

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  add(stretch: Stretch): void {
    const last = this.#all.at(-1);
    const { client, turn, from, to } = stretch;
    if (last?.client === client && last.turn === turn && last.to === from) last.to = to;
    else this.#all.push(stretch);
    this.#ranges = null;
  }

  find(client: number, clock: number): { value: Turn | null; to: number } {
    if (!this.#ranges) {
      this.#ranges = new ClockRanges();
      for (const { client: of, from, to, turn, at } of this.#all) {
        this.#ranges.add(of, from, to, { turn, at });
      }
    }
    return this.#ranges.find(client, clock);
  }

  forgetBefore(at: number): void {
    if (!this.#all[0] || this.#all[0].at >= at) return;
    this.#all = this.#all.filter((stretch) => stretch.at >= at);
    this.#ranges = null;
  }
}

/** Yjs throws away what removed words said, unless somebody may want it back. */
function keepReadable(change: Y.Transaction): void {
  Y.iterateDeletedStructs(change, change.deleteSet, (struct) => {
    let item = struct instanceof Y.Item ? struct : null;
    while (item && !item.keep) {
      item.keep = true;
      item = (item.parent as Y.AbstractType<unknown> | null)?._item ?? null;
    }
  });
}
