import { setTimeout as pause } from "node:timers/promises";

// A turn writes once to each socket, which is most of what live editing costs. At this rate two hundred people are
// told 25 times a second, faster than anybody sees.
const WRITES_PER_MS = 5;
// Timers are no finer, so for a small room waiting would cost more than it saves.
const SHORTEST_MS = 2;

/** Under load, makes a turn of a room worth its writes; alone, and in small rooms, nobody waits. */
export class RoomPace {
  private lastAt = 0;

  /** Called before each turn. @param sockets How many the turn will write to. */
  async wait(sockets: number): Promise<void> {
    const rest = this.lastAt + sockets / WRITES_PER_MS - performance.now();
    if (rest >= SHORTEST_MS) await pause(rest);
    this.lastAt = performance.now();
  }
}
