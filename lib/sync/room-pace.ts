import { setTimeout as pause } from "node:timers/promises";

// Above this many changes a second, those of a few milliseconds go together.
const BUSY_PER_SECOND = 150;
const BUSY_WINDOW_MS = 10;
// The rate is an average that forgets within this time.
const MEMORY_MS = 200;

/** Under load, makes a turn of a room worth its writes; alone, nobody waits. */
export class RoomPace {
  private lastAt = 0;
  private rate = 0;

  /** Called before each turn. @param waiting How many changes wait for it. */
  async wait(waiting: number): Promise<void> {
    const since = performance.now() - this.lastAt;
    this.rate = this.rate * Math.exp(-since / MEMORY_MS) + (waiting * 1_000) / MEMORY_MS;
    if (this.rate > BUSY_PER_SECOND && since < BUSY_WINDOW_MS) await pause(BUSY_WINDOW_MS - since);
    this.lastAt = performance.now();
  }
}
