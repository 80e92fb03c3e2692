import { performance, type EventLoopUtilization } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

// Above this many changes a second, those of a few milliseconds go together.
const BUSY_PER_SECOND = 150;
const BUSY_WINDOW_MS = 10;
// A process that has hardly any time left gains more from fewer writes than anybody loses by waiting.
const FULL_WINDOW_MS = 40;
const FULL_FROM = 0.6;
// The rate is an average that forgets within this time.
const MEMORY_MS = 200;

/** Under load, makes a turn of a room worth its writes; alone, nobody waits. */
export class RoomPace {
  private lastAt = 0;
  private rate = 0;
  private load = 0;
  private measured: EventLoopUtilization = performance.eventLoopUtilization();

  /** Called before each turn. @param waiting How many changes wait for it. */
  async wait(waiting: number): Promise<void> {
    const since = performance.now() - this.lastAt;
    const kept = Math.exp(-since / MEMORY_MS);
    this.rate = this.rate * kept + (waiting * 1_000) / MEMORY_MS;
    this.load = this.load * kept + this.busySince() * (1 - kept);
    if (this.rate > BUSY_PER_SECOND) {
      const left = windowFor(this.load) - since;
      if (left > 0) await pause(left);
    }
    this.lastAt = performance.now();
  }

  /** The share of the time since the last turn in which the process worked. */
  private busySince(): number {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.measured);
    this.measured = now;
    return utilization;
  }
}

/** How long to wait after the turn before, by the share of its time in which the process works. */
function windowFor(load: number): number {
  const over = Math.max(0, load - FULL_FROM) / (1 - FULL_FROM);
  return BUSY_WINDOW_MS + over * (FULL_WINDOW_MS - BUSY_WINDOW_MS);
}
